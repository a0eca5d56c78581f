/** Figures for leaders, delegates and the public, read only, with small cells hidden. In: a viewer and a period. Out: tables. */
package vn.mscore.hotline.report;
