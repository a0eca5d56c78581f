package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.complaint.triage.OwnName;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Keeps people off cases about offices they are related with, and off those that name them; every try is written down (security R12). */
@Singleton
public class Unbiased implements Impartial {
    private static final Reason TIED = new Reason(
            "case.tied-interest",
            "phiếu kia, hoặc phiếu được trả lời cùng, liên quan đơn vị bạn đã khai có quan hệ hoặc nêu tên bạn, xin để đồng nghiệp xử lý"
                    + " / the other case, or one answered together with this one, is about an office you are related with, or names you:"
                    + " leave it to a colleague");

    private static final Reason NAMED = new Reason(
            "case.own-name",
            "lời người dân có nêu tên bạn, xin để người khác xử lý"
                    + " / the citizen's words name you: leave it to somebody else");

    private final Interests interests;
    private final Complaints complaints;
    private final Receivers receivers;
    private final AuditTrail audit;

    /** Joined by CDI. */
    @Inject
    Unbiased(Interests interests, Complaints complaints, Receivers receivers, AuditTrail audit) {
        this.interests = interests;
        this.complaints = complaints;
        this.receivers = receivers;
        this.audit = audit;
    }

    Optional<Reason> refusal(CaseCommand command, Viewer viewer, Complaint complaint) {
        boolean givesAway = command == CaseCommand.RELEASE || command == CaseCommand.HAND_BACK;
        return givesAway ? Optional.empty() : against(viewer, Matter.of(complaint), command.code());
    }

    @Override
    public Optional<Reason> against(Viewer viewer, Matter matter, String tried) {
        return related(viewer, matter, tried).or(() -> named(viewer, matter, tried));
    }

    /** Whose own whole name the citizen wrote does nothing but give the case away: {@code case.own-name}. */
    private Optional<Reason> named(Viewer viewer, Matter matter, String tried) {
        boolean named = OwnName.isWhole(viewer.name())
                && complaints
                        .see(matter.ticket())
                        .filter(complaint -> isNamed(viewer, complaint))
                        .isPresent();
        if (named) {
            audit.note(viewer, "case.blocked", matter.ticket().digits(), tried);
        }
        return Refusals.unless(!named, NAMED);
    }

    private boolean isNamed(Viewer viewer, Complaint complaint) {
        return OwnName.isWhole(viewer.name())
                && complaints.words(complaint).stream().anyMatch(text -> OwnName.isIn(text, viewer.name()));
    }

    /** The same for a case that a command to another one reaches: {@code case.tied-interest}. */
    Optional<Reason> tied(CaseCommand command, Viewer viewer, Complaint other) {
        return refusal(command, viewer, other).map(own -> TIED);
    }

    /** Whether there may be cases this person keeps off. */
    boolean isPartial(Viewer viewer) {
        return OwnName.isWhole(viewer.name()) || isRelated(viewer);
    }

    /** Whether this person declared anything, so that there is something to look for. */
    boolean isRelated(Viewer viewer) {
        return !interests.of(viewer).isEmpty();
    }

    private Optional<Reason> related(Viewer viewer, Matter matter, String tried) {
        if (!isRelated(viewer)) {
            return Optional.empty();
        }
        Optional<Reason> against = interests.against(viewer, offices(matter));
        against.ifPresent(
                reason -> audit.note(viewer, "case.blocked", matter.ticket().digits(), tried));
        return against;
    }

    @Override
    public Set<TicketNumber> offLimits(Viewer viewer, List<Matter> matters) {
        if (matters.isEmpty() || !isRelated(viewer)) {
            return Set.of();
        }
        Map<TicketNumber, List<UnitCode>> offices = receivers.offices(matters);
        Predicate<List<UnitCode>> touched = interests.touching(viewer);
        return matters.stream()
                .filter(matter -> touched.test(with(matter.unit(), offices.get(matter.ticket()))))
                .map(Matter::ticket)
                .collect(Collectors.toSet());
    }

    @Override
    public Predicate<TicketNumber> offLimits(Viewer viewer) {
        return isPartial(viewer)
                ? ticket -> complaints
                        .see(ticket)
                        .filter(one -> isNamed(viewer, one)
                                || !offLimits(viewer, List.of(Matter.of(one))).isEmpty())
                        .isPresent()
                : ticket -> false;
    }

    private List<UnitCode> offices(Matter matter) {
        return with(matter.unit(), receivers.offices(matter.ticket(), matter.about()));
    }

    private static List<UnitCode> with(Optional<UnitCode> holder, List<UnitCode> offices) {
        return Stream.concat(offices.stream(), holder.stream()).toList();
    }
}
