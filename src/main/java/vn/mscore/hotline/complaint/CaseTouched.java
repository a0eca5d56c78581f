package vn.mscore.hotline.complaint;

import vn.mscore.hotline.shared.TicketNumber;

/** Fact: something of a case changed that a screen may be showing; told for every entry of its log. */
public record CaseTouched(TicketNumber ticket, String deed, int version, boolean secret) {}
