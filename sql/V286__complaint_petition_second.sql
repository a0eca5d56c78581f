-- A khiếu nại against the decision that settled the first one has longer terms (Luật Khiếu nại 2011 Điều 37).
alter table complaint_petition
    add column second_time   boolean       not null default false after remote;
