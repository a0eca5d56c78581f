package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Fact: a khiếu nại is not accepted, for a ground of the law in a few words with its article. */
public record PetitionNotAccepted(TicketNumber ticket, PhoneNumber phone, String ground) {}
