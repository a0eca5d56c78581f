-- Who leads a category by the deployer's word may be an office of the tree; words alone suggest nobody.
alter table complaint_route
    add column lead_unit        varchar(50)     character set ascii collate ascii_bin null comment 'the office, null: words only'
        after lead_name;
