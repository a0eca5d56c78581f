package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.wording.PromptDesk;
import vn.mscore.hotline.wording.Prompts;

/**
 * Recordings in {@code prompt_sound}; every node lays them out at its start and each minute, as another node may have
 * written, or somebody may have put a file into the deployer's folder.
 */
@Singleton
public class SqlPromptDesk implements PromptDesk, Service, Job {
    private static final Logger LOG = Logger.getLogger(SqlPromptDesk.class.getName());
    private static final int ORDER = 21;
    private static final int SLOWED_AT_A_TIME = 200;
    private static final int TOLD = 20;
    /** -40 dB: nobody would hear it. */
    private static final int SILENT = 328;

    private static final String NEWEST = "select r.id, r.sound, r.written_by, r.written_at, r.wav is null as taken"
            + " from prompt_sound r where r.id ="
            + " (select max(n.id) from prompt_sound n where n.sound = r.sound)";

    private final SoundStore store;
    private final PromptCatalogue catalogue;
    private final Prompts prompts;
    private final Sql sql;
    private final InTransaction transaction;
    private final Ids ids;
    private final Clock clock;

    /** Lays recordings over {@code store}. */
    @Inject
    SqlPromptDesk(
            SoundStore store,
            PromptCatalogue catalogue,
            Prompts prompts,
            Sql sql,
            InTransaction transaction,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.catalogue = catalogue;
        this.prompts = prompts;
        this.sql = sql;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    private record Recording(long row, String sound, String by, Instant at, boolean taken) {
        static Recording read(Sql.Row row) throws SQLException {
            return new Recording(
                    row.number("id"),
                    row.text("sound"),
                    row.text("written_by"),
                    row.instant("written_at"),
                    row.flag("taken"));
        }
    }

    @Override
    public List<Pack> packs() {
        return catalogue.packs().stream()
                .filter(pack -> !pack.slowed())
                .map(pack -> new Pack(pack.name(), pack.title()))
                .toList();
    }

    @Override
    public List<Entry> all(String pack) {
        if (packs().stream().noneMatch(known -> known.name().equals(pack))) {
            return List.of();
        }
        Map<String, Recording> laid = laid();
        return catalogue.sounds(pack).keySet().stream()
                .map(sound -> entry(pack + "/" + sound, laid))
                .toList();
    }

    @Override
    public Optional<Entry> find(String id) {
        return store.held().containsKey(id) && !isSlowed(id) ? Optional.of(entry(id, laid())) : Optional.empty();
    }

    private boolean isSlowed(String id) {
        return catalogue.pack(id.substring(0, id.indexOf('/'))).slowed();
    }

    private Entry entry(String id, Map<String, Recording> laid) {
        HeldSound sound = store.held().get(id);
        return new Entry(
                id,
                catalogue.text(id).orElse(""),
                sound.layer().map(SqlPromptDesk::source).orElse(Source.NONE),
                sound.fault(),
                sound.length(),
                Optional.ofNullable(laid.get(id)).map(one -> new Laid(one.by(), one.at())));
    }

    private static Source source(HeldSound.Layer layer) {
        return switch (layer) {
            case PACKED, SLOWED -> Source.PACKED;
            case DEPLOYER -> Source.DEPLOYER;
            case UPLOADED -> Source.LAID;
        };
    }

    private Map<String, Recording> laid() {
        return transaction.call(() -> sql.rows(NEWEST, Recording::read)).stream()
                .filter(recording -> !recording.taken())
                .collect(Collectors.toMap(Recording::sound, Function.identity()));
    }

    @Override
    public Optional<Reason> lay(String id, byte[] wav, String who) {
        Optional<Reason> refused = refusal(id, wav);
        if (refused.isEmpty()) {
            keep(id, wav, who);
        }
        return refused;
    }

    private Optional<Reason> refusal(String id, byte[] wav) {
        if (find(id).isEmpty()) {
            return Optional.of(new Reason("wording.sound-unknown", "Không có lời này / There is no such prompt"));
        }
        if (wav.length > MOST_BYTES) {
            return Optional.of(
                    new Reason("wording.wav-long", "Tệp dài hơn một phút / The file is longer than a minute"));
        }
        return Wav.fault(wav)
                .or(() -> Wav.read(wav).peak() < SILENT
                        ? Optional.of(new Reason(
                                "wording.wav-silent", "Tệp không có tiếng nói / The file holds nothing to hear"))
                        : Optional.empty());
    }

    @Override
    public boolean takeBack(String id, String who) {
        boolean there = laid().containsKey(id);
        if (there) {
            keep(id, null, who);
        }
        return there;
    }

    private void keep(String id, byte[] wav, String who) {
        transaction.run(() -> sql.update(
                "insert into prompt_sound (id, sound, wav, written_by, written_at) values (?, ?, ?, ?, ?)",
                ids.next(),
                id,
                wav,
                who,
                clock.instant()));
        refresh();
    }

    private int refresh() {
        Map<String, SoundStore.Upload> uploads = new HashMap<>();
        laid().values()
                .forEach(one -> uploads.put(one.sound(), new SoundStore.Upload(one.row(), () -> wav(one.row()))));
        return store.layOut(uploads);
    }

    private Optional<byte[]> wav(long row) {
        return transaction.call(
                () -> sql.first("select wav from prompt_sound where id = ?", one -> one.bytes("wav"), row));
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void start() {
        refresh();
        List<String> faults = prompts.faults();
        if (!faults.isEmpty()) {
            LOG.warning(() -> faults.size() + " sounds of the telephone are missing or cannot be played: "
                    + String.join(", ", faults.subList(0, Math.min(TOLD, faults.size()))));
        }
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    @Override
    public String name() {
        return "wording.prompts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        return refresh() + store.slowDown(SLOWED_AT_A_TIME);
    }
}
