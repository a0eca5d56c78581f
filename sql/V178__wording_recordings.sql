-- Recordings laid over the sounds of voice packs. The newest row of a sound counts; one without a file takes the packed sound back.
create table prompt_sound (
    id               bigint          not null primary key,
    sound            varchar(140)    character set ascii collate ascii_bin not null,
    wav              mediumblob      null,
    written_by       varchar(100)    not null,
    written_at       datetime(6)     not null,
    key prompt_sound_newest (sound, id)
);
