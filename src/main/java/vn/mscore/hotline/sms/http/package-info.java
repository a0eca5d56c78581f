/** Aggregators and other gateways by HTTP: what is asked of them and how they call us stands in a mapping file, not in code. */
package vn.mscore.hotline.sms.http;
