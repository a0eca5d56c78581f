-- The promise a citizen was told when his case was sent to an office: who sorts it anew moves it no later.
-- What is worked on again is not answered.
alter table complaint
    add column told_from  date  null,
    add column told_days  int   null;

update complaint c
    set c.told_from = c.answer_from, c.told_days = c.answer_days
    where exists (select 1 from complaint_event e where e.complaint_id = c.id and e.deed = 'routed');

update complaint set answered_on = null, answered_at = null
    where answered_on is not null and state in ('MOI', 'PHAN_LOAI', 'DA_CHUYEN', 'DANG_XU_LY', 'MO_LAI');
