/** What a technician sets without a programmer: offices, calendar, routes, texts, lines, what is kept how long. */
package vn.mscore.hotline.console.admin;
