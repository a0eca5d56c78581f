package vn.mscore.hotline.console.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.shared.Language;

/** How days, times and deadlines are said to one reader, as of one instant. Templates call it. */
public final class Reading {
    private static final int SOON = 2;
    private static final int WAITING = 2;
    private static final int MINUTE_SECONDS = 60;

    private final Words words;
    private final Language language;
    private final WorkCalendar calendar;
    private final LocalDate today;
    private final Instant now;

    Reading(Words words, Language language, WorkCalendar calendar, Instant now) {
        this.words = words;
        this.language = language;
        this.calendar = calendar;
        this.today = calendar.dayOf(now);
        this.now = now;
    }

    /** {@code 17/08/2026}. */
    public String day(LocalDate day) {
        return Shown.day(day);
    }

    /** {@code 17/08/2026 09:30}, Vietnam's time: what is kept for years says its year. */
    public String minute(Instant at) {
        return Shown.time(at);
    }

    /** For the {@code datetime} of a {@code time} element and for countdowns: ISO 8601, in UTC. */
    public String machine(Instant at) {
        return at.toString();
    }

    /** A weekday and day: {@code T5 20/08/2026}. */
    public String weekday(LocalDate day) {
        String name = words.say(language, "weekday." + day.getDayOfWeek().getValue());
        return name + " " + Shown.day(day);
    }

    /** A ticket as people read it out: {@code 26 00 12 39}. */
    public String ticket(Object ticket) {
        return Shown.ticket(ticket);
    }

    /** The deadline in words: "còn 2 ngày làm việc", "trễ 4 ngày làm việc (từ 17/08/2026)". */
    public String due(LocalDate due, Number rank) {
        if (rank.intValue() >= WAITING) {
            return words.say(language, rank.intValue() == WAITING ? "due.waiting" : "due.settled");
        }
        if (due.equals(today)) {
            return words.say(language, "due.today");
        }
        int days = Math.abs(calendar.workingDaysBetween(today, due));
        boolean late = due.isBefore(today);
        String key = (late ? "due.late" : "due.left") + (days == 0 ? ".none" : "");
        return words.say(language, key, days, Shown.day(due));
    }

    /** The colour of a deadline that nobody warns of: {@code late}, {@code soon} from two working days before it, or nothing. */
    public String tone(LocalDate due, Number rank) {
        return tone(due, rank, calendar.workingDaysBetween(today, due) <= SOON);
    }

    /** The colour of the deadline of a case: as its office is warned. */
    public String toneOf(CaseRow row, LocalDate due, Number rank) {
        return row.warnAt().map(warnAt -> toneFrom(warnAt, due, rank)).orElseGet(() -> tone(due, rank));
    }

    /** The colour of a deadline: {@code soon} on its day, and from {@code warnAt} on. */
    public String toneFrom(Instant warnAt, LocalDate due, Number rank) {
        return tone(due, rank, due.equals(today) || !now.isBefore(warnAt));
    }

    private String tone(LocalDate due, Number rank, boolean soon) {
        if (rank.intValue() >= WAITING) {
            return "";
        }
        if (due.isBefore(today)) {
            return "late";
        }
        return soon ? "soon" : "";
    }

    /** How far a case is: of a signed khiếu nại the step of the law, of others the state. */
    public String state(CaseRow row) {
        String key = row.step()
                .filter(step -> step.ofAPetition() && row.state().isOpen())
                .map(step -> "state." + step)
                .orElse("state." + row.state());
        return words.say(language, key);
    }

    /** A length of time: {@code 10 phút}, {@code 45 giây}. */
    public String lasting(Number seconds) {
        boolean minutes = seconds.longValue() % MINUTE_SECONDS == 0;
        long count = minutes ? seconds.longValue() / MINUTE_SECONDS : seconds.longValue();
        return words.say(language, minutes ? "case.minutes" : "case.seconds", count);
    }

    /** The words of a key that is made of several parts, or {@code otherwise} when there are none. */
    public String word(String key, String otherwise) {
        return words.has(language, key) ? words.say(language, key) : otherwise;
    }

    /** A constant's name in lower case with dashes: how keys of words end. */
    public String lower(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The number in the key of a call-back or mark. */
    public String id(String key) {
        return key.replaceAll("^\\D*0*", "");
    }

    /** The symbol of a line of the timeline. */
    public String icon(Object kind) {
        return switch (String.valueOf(kind)) {
            case "SMS_IN" -> "mail";
            case "SMS_OUT" -> "send";
            case "SCORE" -> "star";
            case "CALLBACK", "CALL" -> "phone";
            default -> "case";
        };
    }

    /** A share of one in per cent. */
    public long percent(double share) {
        return Math.round(share * 100);
    }
}
