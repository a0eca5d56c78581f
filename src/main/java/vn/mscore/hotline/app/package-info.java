/** Joins the rooms; the only room that may know all. */
package vn.mscore.hotline.app;
