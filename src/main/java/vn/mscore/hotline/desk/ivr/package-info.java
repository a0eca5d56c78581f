/** What callers hear and which keys do what: one branch of the tree per file, pure over {@code voice.Call}. */
package vn.mscore.hotline.desk.ivr;
