/** What the desk itself must remember across a restart. */
package vn.mscore.hotline.desk.text.sql;
