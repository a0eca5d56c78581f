/** Lines and nodes: who works what, kept in the database. */
package vn.mscore.hotline.sms.lease;
