package vn.mscore.hotline.complaint;

import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Who acts on which case, and which version of it the screen showed.
 *
 * @param version of {@link Complaint#version()}; a command on an older one is refused with {@code case.moved-on}
 */
public record Grip(Viewer viewer, TicketNumber ticket, int version) {}
