/**
 * Keeps what a line received while the database is away and its SIM is nearly full. In: octets of a modem. Out: the same in
 * their order, once the database is back. On disk they are sealed, and whole or not there.
 */
package vn.mscore.hotline.sms.spool;
