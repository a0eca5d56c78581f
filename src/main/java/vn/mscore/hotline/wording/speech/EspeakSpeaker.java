package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Settings;

/**
 * Speaks with espeak-ng when the machine has it (setting {@code hotline.voice.espeak}). No shell: the program by its path, the
 * text on its input, nothing of our environment; two at a time, two seconds each. What was spoken is kept by the hash of the
 * text and never by anything in it.
 */
@Singleton
public class EspeakSpeaker implements Speaker {
    private static final Logger LOG = Logger.getLogger(EspeakSpeaker.class.getName());
    private static final String SETTING = "hotline.voice.espeak";
    private static final String FOLDER = "loi/";
    private static final int LONGEST = 600;
    private static final int SECONDS = 2;
    private static final int HASH = 40;
    private static final List<String> VOICE =
            List.of("-v", "vi", "-s", "170", "-g", "0", "-p", "42", "-a", "80", "-b", "1", "--stdin", "-w");

    private final SpokenText text;
    private final SpokenFiles files;
    private final Optional<Path> program;
    private final Semaphore turns = new Semaphore(2);

    /** Looks for the program once. */
    @Inject
    EspeakSpeaker(Settings settings, SpokenText text, PromptFolders folders) {
        this(text, folders, program(settings.text(SETTING).map(String::trim).orElse("espeak-ng")));
    }

    EspeakSpeaker(SpokenText text, PromptFolders folders, Optional<Path> program) {
        this.text = text;
        this.files = new SpokenFiles(folders.laidOut());
        this.program = program;
    }

    static Optional<Path> program(String name) {
        if (name.equals("off")) {
            return Optional.empty();
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Optional<String> say(String words) {
        String aloud = text.aloud(words);
        if (aloud.isEmpty() || aloud.length() > LONGEST) {
            return Optional.empty();
        }
        String id = FOLDER + hash(aloud);
        return files.use(id) || program.isPresent() && inTurn(id, aloud) ? Optional.of(id) : Optional.empty();
    }

    private static String hash(String aloud) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(aloud.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean inTurn(String id, String aloud) {
        try {
            if (!turns.tryAcquire(1, TimeUnit.SECONDS)) {
                return false;
            }
            try {
                return speak(id, aloud);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean speak(String id, String aloud) throws InterruptedException {
        Path raw = null;
        try {
            raw = files.temporary();
            if (!run(raw, aloud)) {
                LOG.warning("the speaker gave no sound in " + SECONDS + " seconds");
                return false;
            }
            Optional<byte[]> wav = TelephoneWav.of(Files.readAllBytes(raw));
            wav.ifPresent(sound -> files.keep(id, sound));
            return wav.isPresent();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the speaker could not be used", e);
            return false;
        } finally {
            files.drop(raw);
        }
    }

    private boolean run(Path raw, String aloud) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(program.orElseThrow().toString());
        command.command().addAll(VOICE);
        command.command().add(raw.toString());
        command.environment().clear();
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = command.start();
        try {
            try (var input = process.getOutputStream()) {
                input.write(aloud.getBytes(StandardCharsets.UTF_8));
            }
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
