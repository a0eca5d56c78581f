package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.TicketNumber;

/** Hands out ticket numbers: the sequence of the year, permuted under a key of the house. */
@Singleton
class TicketOffice {
    /** After 100,000 tickets in a year the two digits of the year go on by fifty: nobody is turned away. */
    private static final int NEXT_ERA = 50;

    private final Complaints complaints;
    private final BlindIndex keys;

    @Inject
    TicketOffice(Complaints complaints, BlindIndex keys) {
        this.complaints = complaints;
        this.keys = keys;
    }

    TicketNumber next(int year) {
        TicketPermutation permutation =
                new TicketPermutation(keys.of(BlindIndex.Purpose.LIMIT, "complaint-tickets|" + year));
        TicketNumber ticket;
        // The key may have been renewed within the year: then two permutations overlap and taken numbers are passed
        // over.
        do {
            int sequence = complaints.nextInSequence(year);
            int era = sequence / TicketPermutation.SIZE;
            ticket = TicketNumber.of(year + era * NEXT_ERA, permutation.of(sequence % TicketPermutation.SIZE));
        } while (complaints.exists(ticket));
        return ticket;
    }
}
