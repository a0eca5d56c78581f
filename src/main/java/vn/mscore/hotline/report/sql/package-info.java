/** Figures out of the tables of other rooms, read only. */
package vn.mscore.hotline.report.sql;
