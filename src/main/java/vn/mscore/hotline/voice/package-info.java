/** Telephone calls in and out, and what callers said; knows no business. */
package vn.mscore.hotline.voice;
