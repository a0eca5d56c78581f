package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Fact: an office apologised for the dossier of a case, and gave it another day. Nothing secret. */
public record ApologyMade(TicketNumber ticket, PhoneNumber phone) {}
