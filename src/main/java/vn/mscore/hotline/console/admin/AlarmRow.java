package vn.mscore.hotline.console.admin;

import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.watch.Alarm;

/**
 * An alarm as the page shows it.
 *
 * @param kind key of a word
 * @param line which line or node, empty when none
 * @param ended empty while it lasts
 * @param tone late for what must be looked at at once, soon for the rest, ok when it is over
 */
public record AlarmRow(String kind, String line, String began, String ended, String tone) {
    static AlarmRow of(Alarm alarm, Figures words) {
        boolean atOnce = alarm.trouble().level() > 1;
        return new AlarmRow(
                alarm.trouble().kind(),
                alarm.trouble().line(),
                words.time(alarm.began()),
                alarm.ended().map(words::time).orElse(""),
                alarm.ended().isPresent() ? "ok" : atOnce ? "late" : "soon");
    }
}
