package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Fact: that a khiếu nại was not accepted was a mistake, its paper is looked at again. Nothing secret. */
public record PetitionReconsidered(TicketNumber ticket, PhoneNumber phone) {}
