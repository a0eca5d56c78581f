-- What is read out about a ticket ends with it: found without looking at, and locking, all other call-backs.
alter table switchboard_callback
    add key switchboard_callback_channel (channel);
-- Citizens of merged cases are asked whether it is done since this version; those answered before are not asked weeks later.
update complaint set asked_on = current_date where state = 'TRUNG' and asked_on is null;
