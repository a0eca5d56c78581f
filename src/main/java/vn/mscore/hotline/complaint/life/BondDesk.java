package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Cases that belong together. */
@Singleton
public class BondDesk implements CaseBonds {
    private static final Reason NOT_TIED =
            new Reason("case.not-tied", "hai phiếu không nối với nhau / they are not tied");

    private final Gate gate;
    private final Complaints complaints;
    private final Ties ties;
    private final Joining joining;
    private final Splitting splitting;
    private final ErasedWords erased;
    private final MergedVerdicts merged;

    /** Joined by CDI. */
    @Inject
    BondDesk(
            Gate gate,
            Complaints complaints,
            Ties ties,
            Joining joining,
            Splitting splitting,
            ErasedWords erased,
            MergedVerdicts merged) {
        this.merged = merged;
        this.joining = joining;
        this.gate = gate;
        this.complaints = complaints;
        this.ties = ties;
        this.splitting = splitting;
        this.erased = erased;
    }

    @Override
    public Decision split(Grip grip, Part part) {
        return gate.pass(CaseCommand.SPLIT, grip, held -> {
            Optional<Reason> refusal = splitting.refusal(held.complaint(), part);
            if (refusal.isEmpty()) {
                ties.link(
                        held.complaint(),
                        splitting.second(held, part),
                        held.viewer().login());
                log(held);
            }
            return refusal;
        });
    }

    private void log(Held held) {
        complaints.log(held.complaint(), held.viewer().login(), held.command().code());
    }

    @Override
    public Decision link(Grip grip, TicketNumber other) {
        return gate.passTwo(CaseCommand.LINK, grip, other, (held, second) -> {
            ties.link(held.complaint(), second, held.viewer().login());
            log(held);
            return Optional.empty();
        });
    }

    @Override
    public Decision unlink(Grip grip, TicketNumber other) {
        return gate.passTwo(CaseCommand.UNLINK, grip, other, (held, second) -> {
            boolean tied = ties.unlink(held.complaint(), second);
            if (tied) {
                log(held);
            }
            return Refusals.unless(tied, NOT_TIED);
        });
    }

    @Override
    public Decision merge(Grip grip, TicketNumber into) {
        return gate.passTwo(CaseCommand.MERGE, grip, into, (held, second) -> {
            Optional<Reason> refusal = joining.refusal(held, second);
            if (refusal.isEmpty()) {
                ties.merge(held.complaint(), second, held.viewer().login());
            }
            return refusal;
        });
    }

    @Override
    public Decision unmerge(Grip grip) {
        // The head gets its own day back: it is locked before what is merged into it, as by an answer.
        return gate.pass(CaseCommand.UNMERGE, grip, merged::lockHead, this::takeOut);
    }

    private Optional<Reason> takeOut(Held held) {
        return Refusals.unless(!erased.isErased(held.complaint()), Refusals.ERASED)
                .or(() -> Refusals.unless(
                        ties.unmerge(held.complaint(), held.viewer().login()), NOT_TIED));
    }

    @Override
    public Decision cluster(Grip grip, TicketNumber other) {
        return gate.passTwo(CaseCommand.CLUSTER, grip, other, (held, second) -> {
            Optional<Reason> refusal = Refusals.joining(second);
            if (refusal.isEmpty()) {
                ties.cluster(held.complaint(), second);
                log(held);
            }
            return refusal;
        });
    }

    @Override
    public Decision uncluster(Grip grip) {
        return gate.pass(CaseCommand.UNCLUSTER, grip, held -> {
            boolean left = ties.uncluster(held.complaint());
            if (left) {
                log(held);
            }
            return Refusals.unless(left, NOT_TIED);
        });
    }

    @Override
    public Bonds of(TicketNumber ticket) {
        return ties.of(ticket);
    }
}
