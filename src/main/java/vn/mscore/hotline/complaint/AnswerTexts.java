package vn.mscore.hotline.complaint;

import vn.mscore.hotline.complaint.WorkCases.Reach;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** PORT: how the words of an office become a text to the citizen. Needs a transaction. */
public interface AnswerTexts {
    /** Whether any text reaches this citizen: he can be asked, and answer. */
    boolean reaches(PhoneNumber phone);

    /** How a citizen with this number is told. */
    default Reach reach(PhoneNumber phone) {
        Reach otherwise = phone.isCallable() ? Reach.CALL : Reach.NONE;
        return reaches(phone) ? Reach.TEXT : otherwise;
    }

    /** Whether a person is still to call who no text reaches, to read him what is owed about this ticket. */
    boolean isCalled(TicketNumber ticket);

    /** Whether {@code words}, with the ticket in front and in the letters this citizen gets, stay within the parts an answer may have. */
    boolean fits(TicketNumber ticket, PhoneNumber phone, String words);

    /** The same of the reason in the text that tells of {@code move}: refused, takes longer, or how it stands. */
    boolean fits(TicketNumber ticket, PhoneNumber phone, ComplaintMoved.Move move, String reason);
}
