package vn.mscore.hotline.desk.ivr;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.voice.Keys;

/** NHAP_MA_SO_MAY: lets a caller choose one of the dossiers of the number by a key. Pure. */
final class OwnDossiers {
    /** 9 says the list again. */
    static final int MOST = 8;

    private static final int NUMBER_KEYS = 4;
    private static final int CENTURY = 2000;

    private OwnDossiers() {}

    /** Up to eight keys, and {@code *} for {@code other}; a key that chooses none of them begins the code of another. How many there are is told when all have a key. */
    static Step choose(List<DossierCode> all, Function<DossierCode, Step> chosen, Step other) {
        List<DossierCode> own = all.subList(0, Math.min(all.size(), MOST));
        List<Said> said = new ArrayList<>();
        said.add(Said.of("nhap-ma-so-may", "n", all.size() > MOST ? "" : Integer.toString(all.size())));
        for (int i = 0; i < own.size(); i++) {
            said.add(item(own, i));
        }
        said.add(Said.of("nhap-ma-so-may-khac"));
        Question question = Question.of(said).back(other).entry(1, "bam-sai", key -> beginning(key, other));
        for (int i = 0; i < own.size(); i++) {
            question.on(Integer.toString(i + 1), chosen.apply(own.get(i)));
        }
        return question;
    }

    /** Of several received on one day the number within the day is said too. */
    private static Said item(List<DossierCode> own, int i) {
        String day = received(own.get(i));
        Map<String, String> values = Map.of("ngay", day, "phim", Integer.toString(i + 1));
        boolean alone = own.stream().filter(code -> received(code).equals(day)).count() == 1;
        if (alone) {
            return new Said("nhap-ma-so-may-muc", values);
        }
        String digits = StandingSaid.digits(own.get(i));
        Map<String, String> more = new HashMap<>(values);
        more.put("so", digits.substring(Math.max(0, digits.length() - NUMBER_KEYS)));
        return new Said("nhap-ma-so-may-muc-so", more);
    }

    private static Optional<Step> beginning(String key, Step other) {
        return Optional.of(key).filter(pressed -> pressed.matches("[1-8]")).map(pressed -> talk -> {
            talk.putBack(new Keys(pressed, false));
            return other;
        });
    }

    /** The day in the code, {@code 260814} of {@code 260814-0012}; nothing when there is none. */
    private static String received(DossierCode code) {
        String digits = StandingSaid.digits(code);
        try {
            return LocalDate.of(CENTURY + number(digits, 0), number(digits, 2), number(digits, 4))
                    .toString();
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
