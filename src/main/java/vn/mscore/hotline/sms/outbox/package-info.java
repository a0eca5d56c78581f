/** What goes out: limited, queued, paced, sent, reported. */
package vn.mscore.hotline.sms.outbox;
