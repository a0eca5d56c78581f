alter table complaint
    add key complaint_registered (registered_at);
