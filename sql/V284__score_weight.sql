-- What a mark weighs in means is decided once, where it is given (R18). That money was named is the sealed lane's: no reader
-- of the feed may see a mark come again for it.
alter table score
    add column weight  decimal(2,1)  not null default 0 comment '0 while in progress',
    add column money   boolean       not null default false;
update score set
    weight = if(in_progress, 0, case proof when 'REGISTERED_PHONE' then 1 when 'PIN' then 0.5 else 0 end),
    money = coalesce(reason = 4, false);
update score set reason = null where money;
-- From now on words beside money are concealed when they are written, and what could be read before stays readable.
update score_comment set concealed = true where score_id in (select id from score where money);
