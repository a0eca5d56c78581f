/** What callers said: taken out of the exchange's spool, sealed, linked, kept for its time, erased. */
package vn.mscore.hotline.voice.recording;
