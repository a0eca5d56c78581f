/** What {@code /metrics} shows of the gateway. */
package vn.mscore.hotline.app.figures;
