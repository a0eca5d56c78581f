-- A khiếu nại that is not accepted (Luật Khiếu nại 2011 art. 11, 27): the ground of the law and what is added to it.
alter table complaint_petition
    add column refused_on     date         null,
    add column ground         varchar(50)  character set ascii collate ascii_bin null comment 'code of petition-grounds.tsv',
    add column ground_sealed  blob         null comment 'what the notice says besides';
