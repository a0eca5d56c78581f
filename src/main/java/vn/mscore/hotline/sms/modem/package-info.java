/** GSM modems on a serial or TCP port: one thread owns each port, speaks AT in PDU mode, and deletes only what is stored. */
package vn.mscore.hotline.sms.modem;
