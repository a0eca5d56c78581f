/** Dossiers in the database. */
package vn.mscore.hotline.dossier.sql;
