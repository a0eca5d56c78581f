-- Which voice pack the caller of a recording heard: who types it learns what language to expect. Never of the sealed lane.
alter table voice_recording
    add column pack varchar(30) character set ascii collate ascii_bin null comment 'folder of the voice pack; null: not known, or sealed';
