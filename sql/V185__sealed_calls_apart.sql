-- A sealed call says neither which order it came from (that names a dossier) nor, by the visit at the operators' queue whose id
-- a call-back took over, the number that wants to be called. Visits that are over only served the estimate of waiting.
update voice_call set reference = null where secret;
delete from switchboard_visit where phone_sealed is null and ended_at is not null;
