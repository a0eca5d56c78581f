/** Text messages in and out; knows no business. Comes in: what a line received. Goes out: what rooms put into the outbox. */
package vn.mscore.hotline.sms;
