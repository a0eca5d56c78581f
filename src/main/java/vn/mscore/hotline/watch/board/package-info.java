/** Alarms as rows: what is open, what was. */
package vn.mscore.hotline.watch.board;
