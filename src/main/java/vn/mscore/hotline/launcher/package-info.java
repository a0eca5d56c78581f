/** Starts database and container; the one package that is not in the WAR. */
package vn.mscore.hotline.launcher;
