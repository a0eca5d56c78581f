-- A denunciation under its law (Luật Tố cáo 2018 art. 22-24, 30): what custodians did that its terms run from. Rows are only added; the newest
-- of a kind counts. Words are sealed under the secret key.
create table sealed_paper (
    id               bigint          not null primary key,
    complaint_id     bigint          not null,
    step             varchar(50)     character set ascii collate ascii_bin not null,
    on_day           date            not null comment 'of the guidance, the paper or the extension, on which an appointment was made',
    words_sealed     blob            not null comment 'day, hour and place of the appointment, reason of the extension; empty when there are none',
    account          bigint          not null,
    name             varchar(100)    not null,
    at               datetime(6)     not null,
    key sealed_paper_of (complaint_id, id)
);
