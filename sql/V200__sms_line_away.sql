-- Since when the node that has a line cannot use it: other lines may then send in its place.
alter table sms_line_lease
    add column away_since datetime(3) null;
