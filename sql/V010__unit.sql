-- Offices as long as they existed, and who answers for them afterwards.
create table unit (
  code        varchar(40) character set ascii collate ascii_bin not null,
  name        varchar(200) not null,
  short_name  varchar(22) character set ascii collate ascii_bin not null,
  kind        varchar(20) character set ascii collate ascii_bin not null,
  parent      varchar(40) character set ascii collate ascii_bin null,
  valid_from  date not null,
  valid_to    date null comment 'last day, null while it exists',
  phone       varchar(30) null comment 'public number of the office',
  address     varchar(300) null,
  primary key (code),
  key unit_by_parent (parent)
) engine = InnoDB;

create table unit_identifier (
  unit        varchar(40) character set ascii collate ascii_bin not null,
  identifier  varchar(35) character set ascii collate ascii_bin not null comment 'agency part of dossier codes',
  primary key (identifier, unit),
  key unit_identifier_by_unit (unit)
) engine = InnoDB;

create table unit_successor (
  unit        varchar(40) character set ascii collate ascii_bin not null,
  field       varchar(60) not null comment 'empty: all fields without a row of their own',
  successor   varchar(40) character set ascii collate ascii_bin not null,
  valid_from  date not null,
  primary key (unit, field, valid_from)
) engine = InnoDB;
