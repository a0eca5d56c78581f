/** What we say, in which language. */
package vn.mscore.hotline.wording;
