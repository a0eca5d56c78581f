package vn.mscore.hotline.console.delegate;

import java.util.List;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.console.leader.Meter;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.report.DelegateBoard.Digest;
import vn.mscore.hotline.report.DelegateBoard.Line;
import vn.mscore.hotline.report.DelegateBoard.Transfer;
import vn.mscore.hotline.shared.Language;

/** The digest as the page shows it. */
public record DigestView(Digest digest, Language language) {
    /** A line with its bar. */
    public record Row(Line line, Meter bar) {}

    /** A transfer with its days. */
    public record TransferRow(
            Transfer transfer, String sent, String due, String reportBy, String tellBy, boolean questioned) {
        /** The ticket in pairs of digits. */
        public String pairs() {
            return Shown.ticket(transfer.ticket());
        }
    }

    private Figures figures() {
        return new Figures(language);
    }

    /** The first day as a form field writes it. */
    public String from() {
        return digest.from().toString();
    }

    /** The last day. */
    public String to() {
        return digest.to().toString();
    }

    /** By field. */
    public List<Row> fields() {
        return rows(digest.fields());
    }

    /** By office. */
    public List<Row> places() {
        return rows(digest.places());
    }

    /** What came up again and again. */
    public List<Row> repeated() {
        return rows(digest.repeated());
    }

    private static List<Row> rows(List<Line> lines) {
        long most = lines.stream().mapToLong(Line::received).max().orElse(0);
        return lines.stream()
                .map(line -> new Row(line, Meter.of(line.received(), most)))
                .toList();
    }

    /** Not answered yet, the latest first. */
    public List<TransferRow> open() {
        return digest.transfers().stream()
                .filter(one -> one.after().isEmpty())
                .map(this::row)
                .toList();
    }

    /** Answered: what is owed afterwards. */
    public List<TransferRow> answered() {
        return digest.transfers().stream()
                .filter(one -> one.after().isPresent())
                .map(this::row)
                .toList();
    }

    /** Put forward for questioning or oversight. */
    public List<TransferRow> questions() {
        return digest.questions().stream().map(this::row).toList();
    }

    /** The most cases of each list. */
    public int listed() {
        return DelegateBoard.LISTED;
    }

    private boolean isQuestioned(Transfer one) {
        return digest.questions().stream().anyMatch(put -> put.ticket().equals(one.ticket()));
    }

    private TransferRow row(Transfer one) {
        return new TransferRow(
                one,
                figures().day(one.sentOn()),
                figures().day(one.due()),
                one.after().map(after -> figures().day(after.reportBy())).orElse(""),
                one.after().map(after -> figures().day(after.tellBy())).orElse(""),
                isQuestioned(one));
    }
}
