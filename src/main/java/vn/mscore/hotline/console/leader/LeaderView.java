package vn.mscore.hotline.console.leader;

import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.report.LeaderBoard.Board;
import vn.mscore.hotline.report.LeaderBoard.Cause;
import vn.mscore.hotline.report.LeaderBoard.Holder;
import vn.mscore.hotline.report.LeaderBoard.LateDossier;
import vn.mscore.hotline.report.LeaderBoard.UnitScore;
import vn.mscore.hotline.report.Mean;

/** The board as the page shows it: numbers written out, bars measured. */
public record LeaderView(Board board, Figures figures) {
    /** Bars that are drawn; all figures are in the table behind. */
    private static final int DRAWN = 8;

    /** A step and its bar of days. */
    public record HolderRow(Holder holder, Meter days) {}

    /** A reason and its bar. */
    public record CauseRow(Cause cause, Meter share) {}

    /** An office that has a mark. */
    public record ScoreRow(String name, String mean, long n, String low, String high, Meter interval, int at) {}

    /** A dossier with its days. */
    public record DossierRow(LateDossier dossier, String due) {}

    /** A case with its days; {@code whyOn} is empty where its reason has none. */
    public record CaseRow(LateCase late, String due, String whyOn) {
        /** The ticket in pairs of digits. */
        public String pairs() {
            return Shown.ticket(late.ticket());
        }
    }

    /** The day of the page. */
    public String day() {
        return figures.day(board.day());
    }

    /** Those that are drawn. */
    public List<HolderRow> longest() {
        return holders().stream().limit(DRAWN).toList();
    }

    /** The mean of everything, or nothing. */
    public String mean() {
        return board.today().score().map(mean -> figures.decimal(mean.mean())).orElse("");
    }

    /** How many marks are behind it. */
    public long marks() {
        return board.today().score().map(Mean::n).orElse(0L);
    }

    /** Who holds longest. */
    public List<HolderRow> holders() {
        int most = board.holders().stream().mapToInt(Holder::longestDays).max().orElse(0);
        return board.holders().stream()
                .map(holder -> new HolderRow(holder, Meter.of(holder.longestDays(), most)))
                .toList();
    }

    /** Why late. */
    public List<CauseRow> causes() {
        return board.causes().stream()
                .map(cause -> new CauseRow(cause, Meter.of(cause.percent(), 100)))
                .toList();
    }

    /** All offices with a mark, worst first. */
    public List<ScoreRow> scores() {
        return board.scores().stream().flatMap(score -> row(score).stream()).toList();
    }

    /** Those that are drawn. */
    public List<ScoreRow> drawn() {
        return scores().stream().limit(DRAWN).toList();
    }

    /** How many offices have too few marks. */
    public long without() {
        return board.scores().stream().filter(score -> score.mean().isEmpty()).count();
    }

    private Optional<ScoreRow> row(UnitScore score) {
        return score.mean()
                .map(mean -> new ScoreRow(
                        score.name(),
                        figures.decimal(mean.mean()),
                        mean.n(),
                        figures.decimal(mean.low()),
                        figures.decimal(mean.high()),
                        Meter.span(mean.low(), mean.high()),
                        (int) Math.round(mean.mean() * 10)));
    }

    /** Dossiers past their day. */
    public List<DossierRow> dossiers() {
        return board.dossiers().stream()
                .map(dossier -> new DossierRow(dossier, figures.day(dossier.due())))
                .toList();
    }

    /** Cases past their day. */
    public List<CaseRow> cases() {
        return board.cases().stream()
                .map(late -> new CaseRow(
                        late,
                        figures.day(late.due()),
                        late.why().on().map(figures::day).orElse("")))
                .toList();
    }
}
