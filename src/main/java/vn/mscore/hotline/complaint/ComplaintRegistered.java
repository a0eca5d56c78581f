package vn.mscore.hotline.complaint;

import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Fact: a new ticket. Carries no words of the citizen. */
public record ComplaintRegistered(
        TicketNumber ticket,
        ComplaintKind kind,
        Optional<PhoneNumber> phone,
        LocalDate due,
        boolean secret,
        boolean urgent,
        String source) {}
