/** Words every room uses; no Jakarta, no I/O. */
package vn.mscore.hotline.shared;
