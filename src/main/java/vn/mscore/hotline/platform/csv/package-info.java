/** The one place that knows the CSV library. */
package vn.mscore.hotline.platform.csv;
