/** What each kind of text does, one command per file. */
package vn.mscore.hotline.desk.text.command;
