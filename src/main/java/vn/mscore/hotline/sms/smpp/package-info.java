/** SMPP 3.4 links to an operator or aggregator: what comes is committed before it is answered; jSMPP stays in here. */
package vn.mscore.hotline.sms.smpp;
