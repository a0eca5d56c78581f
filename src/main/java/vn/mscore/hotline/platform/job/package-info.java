/** The one clock of all periodic work. */
package vn.mscore.hotline.platform.job;
