/** Where a citizen's file stands, who holds it and how late it is. */
package vn.mscore.hotline.dossier;
