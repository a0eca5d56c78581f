/** Who must be called back. */
package vn.mscore.hotline.switchboard;
