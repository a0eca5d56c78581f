-- Marks. One standing mark per dossier and number; those given while the service was in progress are kept apart.
create table score (
    id               bigint          not null primary key,
    dossier          varchar(50)     character set ascii collate ascii_bin not null,
    phone_index      binary(32)      not null,
    in_progress      boolean         not null,
    unit             varchar(50)     character set ascii collate ascii_bin not null,
    field            varchar(100)    not null,
    points           tinyint         not null,
    scale            tinyint         not null,
    reason           tinyint         null,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    proof            varchar(50)     character set ascii collate ascii_bin not null,
    scored_at        datetime(6)     not null comment 'first mark',
    changed_at       datetime(6)     not null,
    feed_no          bigint          null,
    unique key score_once (dossier, phone_index, in_progress),
    key score_phone (phone_index, scored_at),
    key score_feed (feed_no, id)
);

-- What a mark was before it was replaced.
create table score_history (
    id               bigint          not null primary key,
    score_id         bigint          not null,
    points           tinyint         not null,
    reason           tinyint         null,
    channel          varchar(50)     character set ascii collate ascii_bin not null,
    proof            varchar(50)     character set ascii collate ascii_bin not null,
    given_at         datetime(6)     not null,
    replaced_at      datetime(6)     not null,
    constraint score_history_score foreign key (score_id) references score (id)
);

create table score_comment (
    id               bigint          not null primary key,
    score_id         bigint          not null,
    at               datetime(6)     not null,
    words_sealed     mediumblob      not null,
    constraint score_comment_score foreign key (score_id) references score (id)
);
