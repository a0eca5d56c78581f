/** The table of calls: who rang, when, how far it went. */
package vn.mscore.hotline.voice.book;
