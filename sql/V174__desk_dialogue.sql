-- Where a conversation on the telephone was cut off, for a quarter of an hour. Never a place of the sealed lane.
create table desk_dialogue (
    id            bigint          not null primary key,
    phone_index   binary(32)      not null,
    place_sealed  varbinary(500)  not null,
    at            datetime(6)     not null,
    unique key desk_dialogue_phone (phone_index),
    key desk_dialogue_old (at)
);
