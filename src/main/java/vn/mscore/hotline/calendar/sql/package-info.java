/** The rows laid over the tables, in the database. */
package vn.mscore.hotline.calendar.sql;
