/** The front desk: a citizen's words become calls to the rooms behind. */
package vn.mscore.hotline.desk;
