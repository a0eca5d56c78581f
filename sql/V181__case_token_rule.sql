-- Which rule the index of words follows, and how far a change of it has been carried through.
create table case_token_rule (
    id          int     not null primary key,
    rule        int     not null,
    after_id    bigint  not null
);
