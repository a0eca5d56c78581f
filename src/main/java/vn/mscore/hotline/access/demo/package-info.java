/** People of the demo. */
package vn.mscore.hotline.access.demo;
