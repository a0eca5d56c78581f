/** A citizen's complaint of any legal kind, from the first word to the answer. */
package vn.mscore.hotline.complaint;
