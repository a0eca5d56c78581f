-- Public figures of a quarter as they were first told: what was published is never computed again (ADR 16).
create table report_edition (
    quarter          char(7)         character set ascii collate ascii_bin not null primary key,
    made_on          date            not null
) engine = InnoDB;

create table report_edition_line (
    quarter          char(7)         character set ascii collate ascii_bin not null,
    place            int             not null,
    office           varchar(255)    not null,
    field            varchar(60)     not null,
    returned         bigint          not null,
    on_time          double          null,
    overdue          bigint          not null,
    invited          bigint          not null,
    response         double          null,
    marks            bigint          not null,
    mean             double          null,
    mean_low         double          null,
    mean_high        double          null,
    low              double          null,
    again            double          null,
    primary key (quarter, place),
    constraint report_edition_of foreign key (quarter) references report_edition (quarter)
) engine = InnoDB;
