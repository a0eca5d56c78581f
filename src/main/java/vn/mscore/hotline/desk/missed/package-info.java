/** Who rings once and hangs up ("nháy máy") is answered without paying. */
package vn.mscore.hotline.desk.missed;
