package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Fact: a clock reached a rung of the ladder: {@code WARNED}, {@code UNIT_HEAD}, {@code LEADER}, {@code COUNCIL}. */
public record CaseEscalated(
        TicketNumber ticket, String rung, CaseClock.Step step, Optional<UnitCode> unit, boolean secret) {}
