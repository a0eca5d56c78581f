package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.wording.Sounds;
import vn.mscore.hotline.wording.speech.HeldSound.Layer;

/**
 * Which file is played for a sound: what was laid over from the screens, else the deployer's, else the packed one. A file in
 * a wrong format is passed over and told; so one bad recording never silences a prompt.
 */
@Singleton
public class SoundStore implements Sounds {
    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64}){0,3}");
    private static final String WAV = ".wav";

    private final PromptCatalogue catalogue;
    private final PromptFolders folders;
    private final LaidOutFiles files;
    private volatile Map<String, HeldSound> held = Map.of();

    /** Looks into {@code folders} for the sounds of {@code catalogue}. */
    @Inject
    SoundStore(PromptCatalogue catalogue, PromptFolders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
        this.files = new LaidOutFiles(folders.laidOut());
    }

    /** A file that was laid over: its row, and how to get it. */
    record Upload(long row, Supplier<Optional<byte[]>> wav) {}

    private record Candidate(Layer layer, Supplier<Optional<byte[]>> wav) {}

    private record Chosen(HeldSound sound, Optional<byte[]> wav) {}

    /** Lays out every sound that changed since the last time; returns how many. */
    synchronized int layOut(Map<String, Upload> uploads) {
        Map<String, HeldSound> now = new LinkedHashMap<>();
        int changed = 0;
        for (String id : recordable()) {
            Optional<Upload> upload = Optional.ofNullable(uploads.get(id));
            String stamp = stamp(id, upload);
            HeldSound before = held.get(id);
            if (before != null && before.stamp().equals(stamp)) {
                now.put(id, before);
                continue;
            }
            Chosen chosen = choose(id, upload, stamp);
            files.put(id, chosen.wav());
            now.put(id, chosen.sound());
            changed++;
        }
        held.forEach((id, sound) -> {
            if (sound.layer().equals(Optional.of(Layer.SLOWED))) {
                now.put(id, sound);
            }
        });
        held = now;
        return changed;
    }

    /** Makes at most {@code most} sounds of the slow packs whose original changed; returns how many. */
    synchronized int slowDown(int most) {
        Map<String, HeldSound> now = new LinkedHashMap<>(held());
        int made = 0;
        for (VoicePack pack : catalogue.packs()) {
            for (String sound : pack.slowed() ? catalogue.sounds(pack.name()).keySet() : List.<String>of()) {
                HeldSound original = now.get(pack.like().orElseThrow() + "/" + sound);
                String id = pack.name() + "/" + sound;
                if (made < most && original != null && original.isPlayable() && isOld(now.get(id), original)) {
                    now.put(id, slow(id, pack, original));
                    made++;
                }
            }
        }
        held = now;
        return made;
    }

    private static boolean isOld(HeldSound slowed, HeldSound original) {
        return slowed == null || !slowed.stamp().equals(original.stamp());
    }

    private HeldSound slow(String id, VoicePack pack, HeldSound original) {
        String from = pack.like().orElseThrow() + id.substring(id.indexOf('/'));
        byte[] slowed = new SlowedWav(pack.tempo())
                .of(Wav.read(wav(from).orElseThrow()))
                .bytes();
        files.put(id, Optional.of(slowed));
        return new HeldSound(Optional.of(Layer.SLOWED), Optional.empty(), Wav.length(slowed), original.stamp());
    }

    private List<String> recordable() {
        List<String> ids = new ArrayList<>();
        for (VoicePack pack : catalogue.packs()) {
            if (!pack.slowed()) {
                catalogue.sounds(pack.name()).keySet().forEach(sound -> ids.add(pack.name() + "/" + sound));
            }
        }
        return ids;
    }

    private String stamp(String id, Optional<Upload> upload) {
        return upload.map(Upload::row).orElse(0L) + " "
                + folders.stamp(id + WAV).orElse("");
    }

    private Chosen choose(String id, Optional<Upload> upload, String stamp) {
        Optional<Reason> fault = Optional.empty();
        for (Candidate candidate : List.of(
                new Candidate(
                        Layer.UPLOADED, () -> upload.flatMap(file -> file.wav().get())),
                new Candidate(Layer.DEPLOYER, () -> folders.theirs(id + WAV)),
                new Candidate(Layer.PACKED, () -> folders.packed(id + WAV)))) {
            Optional<byte[]> wav = candidate.wav().get();
            if (wav.isPresent()) {
                Optional<Reason> wrong = Wav.fault(wav.get());
                fault = fault.or(() -> wrong);
                if (wrong.isEmpty()) {
                    return new Chosen(
                            new HeldSound(Optional.of(candidate.layer()), fault, Wav.length(wav.get()), stamp), wav);
                }
            }
        }
        Optional<Reason> why = fault.or(() -> Optional.of(HeldSound.MISSING));
        return new Chosen(new HeldSound(Optional.empty(), why, Duration.ZERO, stamp), Optional.empty());
    }

    /** What there is by id; looked up once when nothing was laid out yet. */
    Map<String, HeldSound> held() {
        if (held.isEmpty()) {
            look();
        }
        return held;
    }

    private synchronized void look() {
        if (held.isEmpty()) {
            Map<String, HeldSound> found = new LinkedHashMap<>();
            recordable()
                    .forEach(id ->
                            found.put(id, choose(id, Optional.empty(), "looked").sound()));
            held = found;
        }
    }

    /** Whether sound {@code id} can be played. */
    boolean has(String id) {
        HeldSound sound = held().get(id);
        return sound != null && sound.isPlayable();
    }

    @Override
    public Path folder() {
        return folders.laidOut();
    }

    @Override
    public Optional<byte[]> wav(String id) {
        if (!SAFE.matcher(id).matches()) {
            return Optional.empty();
        }
        return files.get(id).or(() -> choose(id, Optional.empty(), "").wav());
    }

    @Override
    public Optional<String> text(String id) {
        return catalogue.text(id).filter(text -> !text.isEmpty());
    }
}
