package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SteadyClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.outbox.LineRules.Away;
import vn.mscore.hotline.sms.outbox.LineRules.Candidate;

/**
 * Which line sends what. An answer goes by the line the citizen wrote to, everything else by whichever is free first,
 * unless the deployer's rules say otherwise. A line that is gone, blocked, or lost for a minute and a half loses its texts
 * to the others, again unless the rules forbid it.
 */
@Singleton
class LineChooser {
    private final SmsLines lines;
    private final LineLeases leases;
    private final SteadyClock machine;
    private final LineRules rules;
    private final LineTerms terms;
    private final LineGates gates;
    private final Map<String, Long> lostSince = new ConcurrentHashMap<>();

    @Inject
    LineChooser(
            SmsLines lines,
            LineLeases leases,
            SteadyClock machine,
            Settings settings,
            LineTerms terms,
            LineGates gates) {
        this.lines = lines;
        this.leases = leases;
        this.machine = machine;
        this.rules = LineRulesFile.from(settings);
        this.terms = terms;
        this.gates = gates;
    }

    /** Refuses the start when the rules name a line that there is not, or a line has wrong terms. */
    void check() {
        lines.all().forEach(terms::dong);
        for (String name : rules.names()) {
            Settings.WrongSetting.unless(
                    lines.byName(name).isPresent(),
                    "hotline.sms.routes",
                    "names a table with an unknown line: " + name);
        }
    }

    /** Whether {@code line} can send now. */
    boolean isReady(SmsLine line) {
        return line.state().sendable();
    }

    private boolean isWorked(SmsLine line) {
        return isReady(line) || line.state().status() == Status.STANDBY;
    }

    /** The line that should send {@code sms}; empty for whichever is free first. */
    Optional<String> home(OutgoingSms sms) {
        return rules.home(sms.kind(), sms.to(), sms.line(), candidates(sms.kind()));
    }

    private List<Candidate> candidates(Kind kind) {
        return rules.choices().isEmpty()
                ? List.of()
                : lines.all().stream()
                        .map(line -> new Candidate(
                                line.name(), terms.dong(line), isWorked(line) && !gates.isSpent(line.name(), kind)))
                        .toList();
    }

    /** The other lines, here and on other nodes, that keep their own texts of {@code kind}. */
    Set<String> others(SmsLine me, Kind kind) {
        return Stream.concat(elsewhere(me, kind), here(me, kind)).collect(Collectors.toSet());
    }

    /** Lines that are only in the settings of other nodes. */
    private Stream<String> elsewhere(SmsLine me, Kind kind) {
        return leases.elsewhere().entrySet().stream()
                .filter(line -> lines.byName(line.getKey()).isEmpty())
                .filter(line -> !mayReplace(me, line.getKey(), kind, line.getValue()))
                .map(Map.Entry::getKey);
    }

    private boolean mayReplace(SmsLine me, String owner, Kind kind, Duration away) {
        return !away.isZero() && rules.mayReplace(me.name(), owner, kind, new Away(away, false));
    }

    private Stream<String> here(SmsLine me, Kind kind) {
        return lines.all().stream()
                .filter(line -> !line.name().equals(me.name()) && keepsItsOwn(line, me, kind))
                .map(SmsLine::name);
    }

    private boolean keepsItsOwn(SmsLine owner, SmsLine me, Kind kind) {
        LineState state = owner.state();
        Status status = state.status();
        if (kind == Kind.ANSWER && gates.neverSends(owner.name())) {
            return !rules.mayReplace(me.name(), owner.name(), kind, new Away(Duration.ofDays(1), true));
        }
        if (status == Status.STANDBY) {
            lostSince.remove(owner.name());
            Duration away = leases.elsewhere().getOrDefault(owner.name(), Duration.ZERO);
            return !mayReplace(me, owner.name(), kind, away);
        }
        if (state.sendable()) {
            lostSince.remove(owner.name());
            // An answer waits for its own line's next day: it should come from the number the citizen wrote to.
            boolean overflows = kind != Kind.ANSWER && gates.isSpent(owner.name(), kind);
            return !overflows || !rules.mayReplace(me.name(), owner.name(), kind, new Away(Duration.ofDays(1), true));
        }
        long now = machine.nanos();
        long since = lostSince.computeIfAbsent(owner.name(), name -> now);
        Away away = new Away(Duration.ofNanos(now - since), status == Status.BLOCKED);
        return !rules.mayReplace(me.name(), owner.name(), kind, away);
    }

    /** Whether {@code number} is that of one of our lines. */
    boolean isOurs(PhoneNumber number) {
        return lines.all().stream().map(terms::number).anyMatch(own -> own.filter(number::equals)
                .isPresent());
    }
}
