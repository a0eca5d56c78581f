package vn.mscore.hotline.crash;

import java.util.List;

/**
 * What the gateway's database says at the end of a run, opened with its keys.
 *
 * @param messages whole messages of the inbox
 * @param texts rows of the outbox
 * @param sources what each entry of a citizen's words into a ticket came from: {@code sms:ID:LINE}
 * @param tickets numbers of the cases there are
 * @param spooled words of messages that wait in the spool
 * @param quarantined deliveries kept for a person
 * @param unopened where sealed values lie that their keys do not open, in whatever table
 * @param readable where a citizen's number or complaint stands unsealed, in whatever table
 * @param deadCalls calls in progress that the exchange has not been heard of for five minutes, or twelve hours and five
 *     minutes when they were handed on
 * @param auditFaults what the chains of the audit trail and of the logs of cases say against themselves
 */
record Books(
        List<Message> messages,
        List<Text> texts,
        List<String> sources,
        List<String> tickets,
        List<String> spooled,
        int quarantined,
        List<String> unopened,
        List<String> readable,
        int deadCalls,
        List<String> auditFaults) {
    /** A message of the inbox. {@code missing} parts are named, empty when it is whole. */
    record Message(long id, String from, String text, String state, String missing) {}

    /** A row of the outbox. {@code age} is in seconds since it was given to a line, 0 when it never was. */
    record Text(String to, String text, String state, int copies, long age) {}
}
