package vn.mscore.hotline.console.custody;

import jakarta.enterprise.inject.Vetoed;
import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.HandedOver;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedCases.Reopened;
import vn.mscore.hotline.complaint.SealedCases.Reopening;
import vn.mscore.hotline.complaint.SealedCases.Signs;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.shared.UnitCode;

/** An opened case as the page shows it; what is absent is an empty text. */
@Vetoed
public record OpenedCase(
        String ticket,
        List<Line> words,
        String dossier,
        boolean hasPhone,
        String numbers,
        String summary,
        String accused,
        String summaryMark,
        List<Transfer> transfers,
        boolean pending,
        boolean pendingMine,
        String pendingMark,
        String outcome,
        String outcomeWords,
        String outcomeOn,
        boolean ending,
        boolean endingMine,
        String endingMark,
        boolean closed,
        Again again,
        List<Before> before,
        String reason,
        boolean hasReceipt,
        Signs signs) {

    /** Words of a day. */
    public record Line(String on, boolean byCitizen, String text, String recording, String typedBy) {}

    /**
     * The request to take it up again.
     *
     * @param mark empty when there is none
     */
    public record Again(String by, boolean mine, String reason, String until, String mark) {
        private static final Again NONE = new Again("", false, "", "", "");

        static Again of(Reopening one) {
            return new Again(one.by(), one.mine(), one.reason(), Shown.time(one.until()), one.mark());
        }
    }

    /** An end before the case was taken up again. */
    public record Before(
            String endedOn, String outcome, String words, String on, String by, String second, String reason) {
        static Before of(Reopened one) {
            return new Before(
                    Shown.day(one.endedOn()),
                    one.outcome().name(),
                    one.words(),
                    Shown.day(one.on()),
                    one.by(),
                    one.second(),
                    one.reason());
        }
    }

    /** A hand-over; {@code state} is a key. */
    public record Transfer(
            String unit, String words, String by, String second, String leaves, String state, String conflict) {}

    static OpenedCase of(Opened opened, Viewer reader) {
        List<Transfer> transfers =
                opened.handedOver().stream().map(OpenedCase::transfer).toList();
        return new OpenedCase(
                opened.ticket(),
                opened.words().stream()
                        .map(said -> new Line(
                                Shown.day(said.on()),
                                said.byCitizen(),
                                said.text(),
                                said.recording().orElse(""),
                                said.typedBy().orElse("")))
                        .toList(),
                opened.dossier().orElse(""),
                opened.hasPhone(),
                opened.numbers().orElse(""),
                opened.summary().orElse(""),
                opened.accused().map(UnitCode::value).orElse(""),
                opened.summaryMark(),
                transfers,
                opened.handedOver().stream().anyMatch(OpenedCase::isPending),
                opened.handedOver().stream().anyMatch(one -> isPending(one) && one.mine()),
                opened.handedOver().stream()
                        .filter(OpenedCase::isPending)
                        .map(HandedOver::mark)
                        .findFirst()
                        .orElse(""),
                opened.ending().map(end -> end.outcome().name()).orElse(""),
                opened.ending().map(end -> end.words()).orElse(""),
                opened.ending().map(end -> Shown.day(end.on())).orElse(""),
                opened.cover().stage() == SealedStage.ENDING,
                opened.ending().filter(end -> end.by() == reader.account()).isPresent(),
                opened.ending().map(end -> end.mark()).orElse(""),
                opened.cover().stage() == SealedStage.CLOSED,
                opened.reopening().map(Again::of).orElse(Again.NONE),
                opened.before().stream().map(Before::of).toList(),
                opened.reason(),
                opened.hasReceipt(),
                opened.cover().signs());
    }

    private static boolean isPending(HandedOver one) {
        return one.confirmedBy().isEmpty() && !one.withdrawn();
    }

    private static Transfer transfer(HandedOver one) {
        return new Transfer(
                one.unitName(),
                one.words(),
                one.proposedBy(),
                one.confirmedBy().orElse(""),
                one.leaves().map(Shown::day).orElse(""),
                state(one),
                one.conflict().orElse(""));
    }

    private static String state(HandedOver one) {
        if (one.withdrawn()) {
            return "withdrawn";
        }
        if (one.sent().isPresent()) {
            return "sent";
        }
        return one.confirmedBy().isPresent() ? "confirmed" : "proposed";
    }
}
