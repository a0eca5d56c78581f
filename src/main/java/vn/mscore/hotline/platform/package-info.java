/** Plumbing of the container; no business word appears here. */
package vn.mscore.hotline.platform;
