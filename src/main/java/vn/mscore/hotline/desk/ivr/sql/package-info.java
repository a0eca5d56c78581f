/** What the desk on the telephone must remember for a quarter of an hour. */
package vn.mscore.hotline.desk.ivr.sql;
