/** How dossiers come in: one by one as JSON, many as files. */
package vn.mscore.hotline.dossier.intake;
