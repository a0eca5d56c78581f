/** The state of the database below. */
package vn.mscore.hotline.platform.db;
