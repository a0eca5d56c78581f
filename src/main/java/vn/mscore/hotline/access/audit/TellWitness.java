package vn.mscore.hotline.access.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.access.HeadWitness;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.PostAddress;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.SignedPost;

/**
 * Brings the signed head of the trail to a witness elsewhere (R48): within a minute of any line (L17), else each hour, again
 * and again until it is taken. Only the newest goes, since it stands for all lines before it.
 */
@Singleton
public class TellWitness implements Job, HeadWitness {
    private static final Logger LOG = Logger.getLogger(TellWitness.class.getName());
    private static final Duration BEAT = Duration.ofHours(1);

    private final WitnessSettings settings;
    private final SqlAuditHead trail;
    private final SealFile file;
    private final TakenHead kept;
    private final Clock clock;
    private final SignedPost http;
    private volatile Optional<AuditSeal> taken;
    private volatile Optional<String> fault = Optional.empty();
    private volatile boolean tried;

    /** Joined by CDI. */
    @Inject
    TellWitness(
            Settings settings, SqlAuditHead trail, SealFile file, TakenHead kept, Clock clock, ThreadFactory threads) {
        this.settings = WitnessSettings.from(settings);
        this.trail = trail;
        this.file = file;
        this.kept = kept;
        this.clock = clock;
        this.http = new SignedPost("audit-witness", threads, clock);
        this.taken = kept.read();
    }

    @Override
    public String name() {
        return "access.tell-witness";
    }

    /** With two posts of fifteen seconds, one that is going on and its own, within the minute of L17. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int run() {
        return settings.address().filter(this::tellNews).isPresent() ? 1 : 0;
    }

    private boolean tellNews(PostAddress witness) {
        AuditSeal head = trail.now();
        return head.seq() > 0 && isNews(head) && tell(witness, head);
    }

    private boolean isNews(AuditSeal head) {
        return taken.filter(last -> last.hash().equals(head.hash()))
                .filter(last ->
                        !last.at().isAfter(head.at()) && last.at().plus(BEAT).isAfter(head.at()))
                .isEmpty();
    }

    private boolean tell(PostAddress witness, AuditSeal head) {
        Optional<String> now = http.fault(witness, file.json(head));
        tried = true;
        if (!now.equals(fault)) {
            LOG.log(Level.WARNING, "the witness of the audit trail {0}", now.orElse("takes heads again"));
        }
        fault = now;
        if (now.isEmpty()) {
            taken = Optional.of(head);
            kept.note(head);
        }
        return now.isEmpty();
    }

    @Override
    public boolean isNamed() {
        return settings.address().isPresent();
    }

    @Override
    public Optional<Instant> taken() {
        return taken.map(AuditSeal::at);
    }

    @Override
    public boolean isBehind() {
        return isNamed()
                && tried
                && taken.map(last -> isOld(last.at(), clock.instant())).orElse(fault.isPresent());
    }

    /** A head of a clock that once leapt ahead says nothing. */
    private boolean isOld(Instant last, Instant now) {
        return last.isAfter(now.plus(BEAT)) || !last.plus(settings.patience()).isAfter(now);
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
