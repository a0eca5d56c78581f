-- Forms that made something: sent twice they make it once. The digest is salted by the mark of the page the form stood on.
create table console_form (
    digest  binary(32)   not null primary key,
    led_to  varchar(200) character set ascii collate ascii_bin null,
    at      datetime(6)  not null,
    key console_form_at (at)
) engine = InnoDB;
