package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedReceipts;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * The code by which a citizen comes back from any phone (security R11): eight digits to be said on the telephone, kept as
 * a keyed hash bound to the ticket. Twenty-five wrong ones a day and ticket over all numbers, each of which the desk gives
 * five: a year of trying finds it with 1 in 11,000, and nobody shuts the way back alone.
 */
@Singleton
public class Receipts implements SealedReceipts {
    private static final int CODES = 100_000_000;
    private static final int FAULTS = 25;

    private final Custody custody;
    private final SqlSealedCases cases;
    private final SqlSealedSigns signs;
    private final SqlLooks looks;
    private final Complaints complaints;
    private final Triage triage;
    private final BlindIndex index;
    private final SecureRandom random = new SecureRandom();

    /** Joined by CDI. */
    @Inject
    Receipts(
            Custody custody,
            SqlSealedCases cases,
            SqlSealedSigns signs,
            SqlLooks looks,
            Complaints complaints,
            Triage triage,
            BlindIndex index) {
        this.custody = custody;
        this.cases = cases;
        this.signs = signs;
        this.looks = looks;
        this.complaints = complaints;
        this.triage = triage;
        this.index = index;
    }

    Optional<String> issue(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym)
                .filter(held -> viewer.stepUpFresh())
                .map(held -> {
                    String code = String.format("%08d", random.nextInt(CODES));
                    cases.receipt(held, digest(cases.ticket(held).digits(), code));
                    looks.note(viewer, held, "receipt", "");
                    return code;
                });
    }

    @Override
    public boolean holds(TicketNumber ticket, String code) {
        return cases.holds(ticket, digest(ticket.digits(), code), FAULTS);
    }

    @Override
    public Optional<Progress> progress(TicketNumber ticket, String code) {
        return Optional.of(ticket)
                .filter(one -> holds(one, code))
                .flatMap(complaints::find)
                .flatMap(complaint -> cases.byId(complaint.id()))
                .map(this::progress);
    }

    /** A letter that waits or is planned may be taken back: only one that left was handed over. */
    private Progress progress(SealedCase held) {
        if (held.stage() == SealedStage.CLOSED) {
            return Progress.ENDED;
        }
        if (signs.sent(held).isPresent()) {
            return Progress.HANDED_OVER;
        }
        return held.stage() == SealedStage.RECEIVED ? Progress.RECEIVED : Progress.IN_HAND;
    }

    @Override
    public boolean addText(TicketNumber ticket, String code, String text, String source) {
        boolean right = holds(ticket, code);
        if (right) {
            Complaint complaint = complaints.find(ticket).orElseThrow();
            complaints.addWords(complaint, text, source, triage.suggest(text).urgent());
        }
        return right;
    }

    /** The cases with this code: their tickets are tried one after another, for custodians who hear a code without its ticket. */
    List<Long> having(String code) {
        return cases.receipts().stream()
                .filter(one -> MessageDigest.isEqual(one.digest(), digest(one.ticket(), code)))
                .map(SqlSealedCases.Receipt::id)
                .toList();
    }

    private byte[] digest(String ticket, String code) {
        return index.of(BlindIndex.Purpose.PIN, "sealed|" + ticket + "|" + code);
    }
}
