package vn.mscore.hotline.wording.speech;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in a gap of a prompt, and how its value becomes sounds. A value that cannot be said gives nothing. */
enum GapType {
    /** A whole number, {@code 15}. */
    NUMBER {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            return NUMBERS.matcher(value).matches()
                    ? VietnameseNumber.sounds(Long.parseLong(value), habit)
                    : Optional.empty();
        }
    },
    /** A day, {@code 2026-08-20}: "ngày hai mươi tháng tám năm ...". */
    DATE {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            return day(value).flatMap(day -> VietnameseNumber.sounds(day.getYear(), habit)
                    .map(year -> date(day, year)));
        }
    },
    /** A time of day, {@code 07:30}: "bảy giờ ba mươi". */
    TIME {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            return time(value).map(time -> time(time, habit));
        }
    },
    /** Digits one by one; blanks part groups, without them ten go as six and four, others by four. */
    DIGITS {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            String digits = value.strip();
            return DIGIT_GROUPS.matcher(digits).matches()
                    ? Optional.of(grouped(digits.indexOf(' ') > 0 ? digits.split(" ") : fours(digits)))
                    : Optional.empty();
        }
    },
    /** Digits two by two, {@code 26001239}: "hai sáu, không không, ...". */
    PAIRS {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            return PAIRED.matcher(value).matches() ? Optional.of(grouped(value.split("(?<=\\G..)"))) : Optional.empty();
        }
    },
    /** Words; who has a sound for them is no matter of counting. */
    WORDS {
        @Override
        Optional<List<String>> sounds(String value, Habit habit) {
            return Optional.empty();
        }
    };

    /** A short silence. */
    static final String PAUSE = "im-lang";

    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern DIGIT_GROUPS = Pattern.compile("[0-9]{1,40}|[0-9]{1,20}( [0-9]{1,20}){1,9}");
    private static final Pattern PAIRED = Pattern.compile("([0-9]{2}){1,10}");
    private static final int DOSSIER = 10;
    private static final int DAY_OF_DOSSIER = 6;

    /** The sounds without their pack; empty when the value is none of this type. */
    abstract Optional<List<String>> sounds(String value, Habit habit);

    /** As it stands in {@code prompts.tsv}. */
    static Optional<GapType> of(String name) {
        for (GapType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value)).filter(day -> day.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> date(LocalDate day, List<String> year) {
        List<String> said =
                new ArrayList<>(List.of("so/ngay-" + day.getDayOfMonth(), "so/thang-" + day.getMonthValue(), "so/nam"));
        said.addAll(year);
        return said;
    }

    private static Optional<LocalTime> time(String value) {
        try {
            return Optional.of(LocalTime.parse(value));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<String> time(LocalTime time, Habit habit) {
        List<String> said =
                new ArrayList<>(VietnameseNumber.sounds(time.getHour(), habit).orElseThrow());
        said.add("so/gio");
        if (time.getMinute() > 0) {
            said.addAll(VietnameseNumber.sounds(time.getMinute(), habit).orElseThrow());
        }
        return said;
    }

    private static String[] fours(String digits) {
        return digits.length() == DOSSIER
                ? new String[] {digits.substring(0, DAY_OF_DOSSIER), digits.substring(DAY_OF_DOSSIER)}
                : digits.split("(?<=\\G....)");
    }

    private static List<String> grouped(String... groups) {
        List<String> said = new ArrayList<>();
        for (String group : groups) {
            if (!said.isEmpty()) {
                said.add(PAUSE);
            }
            group.chars().forEach(digit -> said.add("so/" + (char) digit));
        }
        return said;
    }
}
