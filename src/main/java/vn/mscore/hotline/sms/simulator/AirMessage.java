package vn.mscore.hotline.sms.simulator;

/**
 * A part or a report on its way to a modem.
 *
 * @param message the {@link PhoneMessage} it belongs to, 0 for raw ones
 * @param part number of the part, from 1
 * @param report whether it is a status report
 * @param tpdu without service centre address
 * @param token what the history calls it: the text of the message
 */
record AirMessage(long message, int part, boolean report, byte[] tpdu, String token) {}
