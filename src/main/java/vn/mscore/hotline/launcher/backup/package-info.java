/** What a backup is made of: one sealed file with the tables of one instant, the files under var and the settings. */
package vn.mscore.hotline.launcher.backup;
