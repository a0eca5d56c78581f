-- Which keys have sealed data in this database: a start with another or a missing key is refused.
create table privacy_key (
  name varchar(50) character set ascii collate ascii_bin not null primary key,
  fingerprint binary(32) not null,
  first_used_at datetime(6) not null
);
