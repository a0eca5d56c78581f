package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitName;

/**
 * A case as a list shows it.
 *
 * @param version what a command on it must name
 * @param category name of the field, suggested until {@code classified}
 * @param unit the office it is with
 * @param holder who has taken it
 * @param step the clock that runs, empty when none or paused
 * @param warnAt when 70 % of its time are used
 * @param repeats how often the same was said again
 * @param unread whether the citizen wrote more after the answer or the end which the desk has not read yet
 */
public record CaseRow(
        TicketNumber ticket,
        int version,
        ComplaintKind kind,
        ComplaintStatus.State state,
        String category,
        boolean urgent,
        boolean classified,
        CaseFilter.Channel channel,
        Optional<UnitName> unit,
        Optional<String> holder,
        Optional<CaseClock.Step> step,
        Optional<Instant> warnAt,
        boolean paused,
        int level,
        int repeats,
        boolean unread) {}
