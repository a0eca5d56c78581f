package vn.mscore.hotline.desk.ivr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.dossier.Standing.StageStanding;

/** How the standing of a dossier is said: the step and its holder only when the standing tells them. Pure. */
final class StandingSaid {
    private StandingSaid() {}

    /** @param postponed whether the day was moved with an apology */
    static List<Said> of(Standing standing, boolean postponed) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(prompt(standing), values(standing)));
        boolean apologized = postponed && !standing.late() && !standing.status().isFinal();
        if (apologized) {
            standing.due().ifPresent(day -> said.add(Said.of("doc-hen-lai", "ngay", day.toString())));
        }
        standing.stage().ifPresent(stage -> stage(stage, said));
        return List.copyOf(said);
    }

    private static Map<String, String> values(Standing standing) {
        return Map.of(
                "so", digits(standing.code()),
                "ngay", standing.due().map(LocalDate::toString).orElse(""),
                "n", Integer.toString(Math.abs(standing.workingDays())),
                "noi-nhan", standing.collectAt().full());
    }

    /** The digits people know a dossier by, {@code 2608140012}. */
    static String digits(DossierCode code) {
        return code.shortForm().replaceAll("\\D", "");
    }

    private static void stage(StageStanding stage, List<Said> said) {
        said.add(new Said(
                "doc-chi-tiet",
                Map.of(
                        "buoc", stage.name(),
                        "don-vi", stage.holder().full(),
                        "n", Integer.toString(stage.workingDaysHeld()))));
        if (stage.late()) {
            said.add(Said.of("doc-buoc-cham"));
        }
    }

    private static String prompt(Standing standing) {
        return switch (standing.status()) {
            case RESULT_READY -> "doc-co-ket-qua";
            case SUPPLEMENT_REQUIRED -> "doc-bo-sung";
            case PAYMENT_REQUIRED -> "doc-nop-phi";
            case REJECTED -> "doc-tu-choi";
            case WITHDRAWN -> "doc-da-rut";
            case STOPPED -> "doc-da-dung";
            case RETURNED -> "doc-da-tra";
            case REGISTERED, RECEIVED, PROCESSING -> inWork(standing);
        };
    }

    private static String inWork(Standing standing) {
        if (standing.late()) {
            return "doc-qua-han";
        }
        if (standing.due().isEmpty()) {
            return "doc-khong-hen";
        }
        if (standing.workingDays() == 0) {
            return "doc-den-hen";
        }
        return switch (standing.status()) {
            case REGISTERED -> "doc-moi-dang-ky";
            case RECEIVED -> "doc-da-tiep-nhan";
            default -> "doc-dang-xu-ly";
        };
    }
}
