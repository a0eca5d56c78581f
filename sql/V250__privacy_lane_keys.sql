-- Since when no value under a key was found any more, and when it was destroyed. Its fingerprint stays.
alter table privacy_key
    add column unused_since datetime(6) null comment 'no value of any table is under it',
    add column destroyed_at datetime(6) null;

-- The key of each later year as all nodes have it, sealed under the key before it of the same lane; goes with that key.
create table privacy_lane_key (
    lane   varchar(10)    character set ascii collate ascii_bin not null comment 'PERSONAL or SECRET',
    number int            not null,
    sealed varbinary(255) not null,
    primary key (lane, number)
) engine = InnoDB;
