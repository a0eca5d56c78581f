-- Dossiers of the one-stop offices. No name, no address, no subject is kept: what is not here cannot leak.
create table dossier (
  id             bigint not null,
  code           varchar(50) character set ascii collate ascii_bin not null,
  ten_digits     char(10) character set ascii collate ascii_bin null comment 'YYMMDDNNNN, what a keypad types',
  unit           varchar(40) character set ascii collate ascii_bin not null comment 'receiving office',
  procedure_name varchar(200) not null,
  field          varchar(60) not null,
  status         varchar(20) character set ascii collate ascii_bin not null,
  received_at    datetime(6) not null,
  due_at         datetime(6) null,
  returned_at    datetime(6) null,
  updated_at     datetime(6) null comment 'the authority''s time of these facts',
  postponements  tinyint not null default 0 comment 'new promises near or after the old one; at most one (ND 61/2018 art. 19.9)',
  phone_index    binary(32) null,
  phone_sealed   varbinary(255) null,
  pin_hash       binary(32) null,
  fed_by         bigint not null comment 'the call or file that wrote it last',
  primary key (id),
  unique key dossier_code (code),
  key dossier_by_phone (phone_index, received_at),
  key dossier_by_ten_digits (ten_digits),
  key dossier_by_unit (unit, status)
) engine = InnoDB;

-- Who held it, since when, for how long it may.
create table dossier_stage (
  dossier         bigint not null,
  entered_at      datetime(6) not null,
  name            varchar(100) not null collate utf8mb4_bin,
  unit            varchar(40) character set ascii collate ascii_bin not null,
  officer         varchar(100) null,
  left_at         datetime(6) null,
  allowed_minutes int null comment 'working minutes',
  pause_reason    varchar(100) null comment 'set: this time is not counted',
  primary key (dossier, entered_at, name),
  key dossier_stage_open (unit, left_at)
) engine = InnoDB;
