/** The octets of short messages, both ways (3GPP TS 23.040, 23.038): pure, bounded, and never surprised. */
package vn.mscore.hotline.sms.pdu;
