-- What is asked on the telephone beside the mark (R5): how often one had to come, whether the guidance was clear.
alter table score
    add column visits  tinyint  null,
    add column clear   boolean  null;
