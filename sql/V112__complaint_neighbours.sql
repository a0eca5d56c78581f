alter table complaint
    add key complaint_category (category, registered_at);
