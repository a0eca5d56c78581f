package vn.mscore.hotline.app.retention;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.complaint.CaseErasure;
import vn.mscore.hotline.complaint.SealedErasure;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.AgedRows;
import vn.mscore.hotline.privacy.AgedRows.Kept;
import vn.mscore.hotline.privacy.ErasureLog;
import vn.mscore.hotline.privacy.ErasureLog.Erased;
import vn.mscore.hotline.sms.SmsErasure;
import vn.mscore.hotline.voice.RecordingErasure;
import vn.mscore.hotline.voice.Recordings;

/**
 * Erases what is older than the deployer allows (R13): words of messages after {@code hotline.retention.sms.months}, words
 * of closed cases after {@code hotline.retention.cases.months}, of closed sealed ones after {@code
 * hotline.retention.sealed.months}, recordings after {@code hotline.retention.recordings.months}, and with these what each
 * room has in {@link AgedRows}. A legal hold on a case wins over its words and recordings, and nothing is erased by a clock
 * that leapt ahead. Each run that did something is written down in the same transaction.
 */
@Singleton
public class Retention implements Job {
    private static final int A_TIME = 500;
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Pattern SMS = Pattern.compile("sms:(\\d{1,19})(?::.*)?");

    private final Period messages;
    private final Period cases;
    private final Period recordings;
    private final Period sealed;
    private final SmsErasure smsErasure;
    private final CaseErasure caseErasure;
    private final SealedErasure sealedErasure;
    private final RecordingErasure recordingErasure;
    private final Map<Kept, Period> periods;
    private final Instance<AgedRows> aged;
    private final ErasureLog log;
    private final InTransaction transaction;
    private final Clock clock;
    private final ClockLeap leap;

    /** Erases through the faces of the rooms. */
    @Inject
    public Retention(
            Settings settings,
            SmsErasure smsErasure,
            CaseErasure caseErasure,
            SealedErasure sealedErasure,
            RecordingErasure recordingErasure,
            @Any Instance<AgedRows> aged,
            ErasureLog log,
            InTransaction transaction,
            Clock clock,
            ClockLeap leap) {
        this.messages = Period.ofMonths(settings.number("hotline.retention.sms.months", 24, 1, 1200));
        this.cases = Period.ofMonths(settings.number("hotline.retention.cases.months", 60, 1, 1200));
        this.recordings = Period.ofMonths(settings.number("hotline.retention.recordings.months", 12, 1, 1200));
        this.sealed = Period.ofMonths(settings.number("hotline.retention.sealed.months", 60, 1, 1200));
        Period requests = Period.ofMonths(settings.number("hotline.retention.requests.months", 24, 1, 1200));
        this.periods = Map.of(Kept.TEXTS, messages, Kept.CALLS, recordings, Kept.REQUESTS, requests);
        this.aged = aged;
        this.smsErasure = smsErasure;
        this.caseErasure = caseErasure;
        this.sealedErasure = sealedErasure;
        this.recordingErasure = recordingErasure;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.leap = leap;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        if (leap.isSuspected()) {
            return 0;
        }
        int erased = transaction.call(this::closedCases) + transaction.call(this::oldMessages);
        // Recordings of sealed cases go in the same run; but a fault among these stops nothing else.
        try {
            transaction.run(this::sealedCases);
        } finally {
            erased += transaction.call(this::oldRecordings);
        }
        return erased + agedRows();
    }

    /** Last: a fault in one room keeps nobody else's words. */
    private int agedRows() {
        int erased = 0;
        for (AgedRows rows : aged) {
            erased += transaction.call(() -> aged(rows));
        }
        return erased;
    }

    private int closedCases() {
        Instant before = ago(cases);
        CaseErasure.Outcome outcome = caseErasure.erase(before, A_TIME);
        note(new Erased("cases.closed", before, outcome.erased(), outcome.held(), clock.instant()));
        return outcome.erased();
    }

    /** In no figure and no log that others read: custodians are told in their own list. */
    private void sealedCases() {
        sealedErasure.erase(ago(sealed).atOffset(VIETNAM).toLocalDate(), A_TIME);
    }

    private int oldMessages() {
        Instant before = ago(messages);
        Set<Long> kept = caseErasure.heldSources().stream()
                .map(SMS::matcher)
                .filter(Matcher::matches)
                .map(source -> Long.valueOf(source.group(1)))
                .collect(Collectors.toSet());
        int erased = smsErasure.erase(before, kept, A_TIME);
        note(new Erased("sms.texts", before, erased, kept.size(), clock.instant()));
        return erased;
    }

    private int aged(AgedRows rows) {
        Instant before = ago(periods.get(rows.kept()));
        int erased = rows.erase(before, A_TIME);
        note(new Erased(rows.subject(), before, erased, 0, clock.instant()));
        return erased;
    }

    private int oldRecordings() {
        Instant before = ago(recordings);
        Set<String> held = caseErasure.keptVoices();
        RecordingErasure.Outcome outcome = recordingErasure.erase(before, one -> isHeld(one, held), A_TIME);
        note(new Erased("recordings", before, outcome.erased(), outcome.held(), clock.instant()));
        return outcome.erased();
    }

    private static boolean isHeld(Recordings.Kept kept, Set<String> held) {
        return held.contains("recording:" + kept.id().value())
                || held.contains("call:" + kept.callId())
                || kept.linked().filter(held::contains).isPresent();
    }

    private void note(Erased run) {
        if (run.erased() > 0) {
            log.note(run);
        }
    }

    private Instant ago(Period period) {
        return clock.instant().atOffset(VIETNAM).minus(period).toInstant();
    }
}
