package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.dossier.Standing.StageStanding;
import vn.mscore.hotline.shared.Language;

/** Says where a dossier stands: the step and its holder only when the standing tells them (level 1). */
@Singleton
public class StandingWords {
    private final Phrases phrases;

    /** A template and what goes into it. */
    public record Text(String template, Map<String, String> values) {}

    /** Speaks with {@code phrases}. */
    @Inject
    public StandingWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The text of a standing, as of {@code today}. */
    public Text of(Standing standing, Language language, LocalDate today) {
        Map<String, String> values = new HashMap<>();
        values.put("code", standing.code().value());
        values.put("office", phrases.office(standing.collectAt(), language));
        values.put("days", Integer.toString(Math.abs(standing.workingDays())));
        standing.due().ifPresent(due -> {
            values.put("due", phrases.day(due));
            values.put(
                    "left",
                    phrases.word(
                            left(due, today, standing.workingDays()), language, Map.of("days", values.get("days"))));
        });
        standing.stage().ifPresent(stage -> stage(stage, language, today, values));
        return new Text(template(standing, language, values), values);
    }

    /** Without a working day between, a due day is today, or lies behind or before days off. */
    private static String left(LocalDate due, LocalDate today, int workingDays) {
        if (workingDays != 0) {
            return "left.days";
        }
        return due.equals(today) ? "left.today" : due.isBefore(today) ? "left.past" : "left.soon";
    }

    private void stage(StageStanding stage, Language language, LocalDate today, Map<String, String> values) {
        boolean thisYear = stage.since().getYear() == today.getYear();
        values.put("step", language == Language.VI ? stage.name() : stage.asciiName());
        values.put("holder", phrases.office(stage.holder(), language));
        values.put(
                "since",
                thisYear
                        ? phrases.shortDay(stage.since())
                        : Integer.toString(stage.since().getYear()));
        values.put("held", Integer.toString(stage.workingDaysHeld()));
    }

    private String template(Standing standing, Language language, Map<String, String> values) {
        return switch (standing.status()) {
            case RESULT_READY -> "T04";
            case SUPPLEMENT_REQUIRED -> "T05";
            case REJECTED -> "T07";
            case PAYMENT_REQUIRED -> "T33";
            case WITHDRAWN -> "T34";
            case STOPPED -> "T35";
            case RETURNED -> "T36";
            case REGISTERED, RECEIVED, PROCESSING -> {
                values.put("status", phrases.word("status." + standing.status(), language));
                yield inWork(standing);
            }
        };
    }

    private static String inWork(Standing standing) {
        boolean detailed = standing.stage().isPresent();
        if (standing.late()) {
            return detailed ? "T32" : "T03";
        }
        if (standing.due().isEmpty()) {
            return detailed ? "T37" : "T31";
        }
        return detailed ? "T02" : "T01";
    }
}
