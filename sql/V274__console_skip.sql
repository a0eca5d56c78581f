-- Cases an operator has let pass: none of them is offered to the same person as the next one before tomorrow.
create table console_skip (
    account          bigint          not null,
    ticket           char(8)         character set ascii collate ascii_bin not null,
    at               datetime(6)     not null,
    primary key (account, ticket),
    key console_skip_at (at)
) engine = InnoDB;
