-- What is or was wrong with lines and mail. is_open is null once it is over, so that the unique key holds open ones only.
create table watch_alarm (
  id bigint not null primary key,
  source varchar(50) character set ascii collate ascii_bin not null,
  kind varchar(50) character set ascii collate ascii_bin not null,
  line varchar(50) character set ascii collate ascii_bin not null default '',
  level tinyint not null,
  is_open boolean null default true,
  texted boolean not null default false,
  began_at datetime(6) not null,
  seen_at datetime(6) not null,
  ended_at datetime(6) null,
  unique key one_open (kind, line, is_open),
  key by_source (source, is_open),
  key by_time (began_at)
);

-- Beginnings and ends on their way to the webhook: NEW, DONE, GIVEN_UP.
create table watch_post (
  id bigint not null primary key,
  alarm_id bigint not null,
  begins boolean not null,
  state varchar(20) character set ascii collate ascii_bin not null,
  attempts smallint not null default 0,
  not_before datetime(6) not null,
  created_at datetime(6) not null,
  key due (state, not_before)
);

-- Texts a line sent to a number of our own, one a day, and when they came back.
create table watch_probe (
  line varchar(50) character set ascii collate ascii_bin not null,
  day varchar(10) character set ascii collate ascii_bin not null,
  sent_at datetime(6) not null,
  back_at datetime(6) null,
  primary key (line, day)
);

-- What the SIM of a line last said of itself.
create table watch_balance (
  line varchar(50) character set ascii collate ascii_bin not null primary key,
  asked_at datetime(6) not null,
  answered_at datetime(6) null,
  dong int null,
  expires_on varchar(10) character set ascii collate ascii_bin null
);
