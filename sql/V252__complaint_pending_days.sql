-- An extension waits for its undo window too; the working days it asks for, 0 for everything else.
alter table complaint_pending add column days int not null default 0;
