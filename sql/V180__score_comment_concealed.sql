-- Words beside a mark that belong to a sealed case: kept under the secret key and shown to nobody at the desk.
alter table score_comment
    add column concealed boolean not null default false;
