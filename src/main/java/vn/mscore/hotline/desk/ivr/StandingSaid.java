package vn.mscore.hotline.desk.ivr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.dossier.Standing.StageStanding;

/** How the standing of a dossier is said: the step and its holder only when the standing tells them. Pure. */
final class StandingSaid {
    private StandingSaid() {}

    /**
     * @param postponed whether the day was moved with an apology
     * @param why what the office said of it, to the applicant only
     * @param today the day of the call
     */
    static List<Said> of(Standing standing, boolean postponed, Optional<String> why, LocalDate today) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(prompt(standing, today), values(standing)));
        boolean apologized =
                postponed && !overdue(standing, today) && !standing.status().isFinal();
        if (apologized) {
            standing.due().ifPresent(day -> said.add(Said.of("doc-hen-lai", "ngay", day.toString())));
            why.ifPresent(words -> said.add(Said.of("doc-hen-lai-ly-do", "lydo", words)));
        }
        standing.stage().ifPresent(stage -> stage(stage, said));
        return List.copyOf(said);
    }

    /** Of no working day nothing is counted: on the Saturday behind a Friday, on the one before a Sunday. */
    private static Map<String, String> values(Standing standing) {
        int days = Math.abs(standing.workingDays());
        return Map.of(
                "so", digits(standing.code()),
                "ngay", standing.due().map(LocalDate::toString).orElse(""),
                "n", days == 0 ? "" : Integer.toString(days),
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

    private static boolean overdue(Standing standing, LocalDate today) {
        return standing.late() || standing.due().filter(today::isAfter).isPresent();
    }

    private static String prompt(Standing standing, LocalDate today) {
        return switch (standing.status()) {
            case RESULT_READY -> "doc-co-ket-qua";
            case SUPPLEMENT_REQUIRED -> "doc-bo-sung";
            case PAYMENT_REQUIRED -> "doc-nop-phi";
            case REJECTED -> "doc-tu-choi";
            case WITHDRAWN -> "doc-da-rut";
            case STOPPED -> "doc-da-dung";
            case RETURNED -> "doc-da-tra";
            case REGISTERED, RECEIVED, PROCESSING -> inWork(standing, today);
        };
    }

    private static String inWork(Standing standing, LocalDate today) {
        if (overdue(standing, today)) {
            return "doc-qua-han";
        }
        if (standing.status() == DossierStatus.REGISTERED) {
            return "doc-moi-dang-ky";
        }
        if (standing.due().isEmpty()) {
            return "doc-khong-hen";
        }
        if (standing.due().filter(today::equals).isPresent()) {
            return "doc-den-hen";
        }
        return standing.status() == DossierStatus.RECEIVED ? "doc-da-tiep-nhan" : "doc-dang-xu-ly";
    }
}
