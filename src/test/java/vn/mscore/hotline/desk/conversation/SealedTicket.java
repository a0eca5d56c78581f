package vn.mscore.hotline.desk.conversation;

import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;

/** A sealed ticket as custodians will have left it. */
record SealedTicket(House house, String ticket) {
    private static final String ID = "(select id from complaint where ticket = ?)";

    void hasReceipt(String code) {
        byte[] digest = house.get(BlindIndex.class).of(BlindIndex.Purpose.PIN, "sealed|" + ticket + "|" + code);
        String receipt = "update sealed_case set receipt_digest = ?, receipt_faults = 0 where complaint_id = " + ID;
        house.tx(() -> house.get(Sql.class).update(receipt, digest, ticket));
    }

    /** A stage, or {@code SENT} for a letter that left. */
    void isAt(String stage) {
        String moved = "update sealed_case set stage = ? where complaint_id = " + ID;
        String letter = "insert into sealed_handover (id, complaint_id, unit, words_sealed, proposed_by, proposed_name,"
                + " proposed_on, confirmed_by, sent_on) values (1, " + ID
                + ", 'H50-TTRA', '', 1, 'An', '2026-08-17', 2, '2026-08-21')";
        house.tx(() -> stage.equals("SENT")
                ? house.get(Sql.class).update(letter, ticket)
                : house.get(Sql.class).update(moved, stage, ticket));
    }
}
