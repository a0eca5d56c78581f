package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A call by SIPp whose caller does each deed on a cue: {@code press 1}, {@code speak 4s #}, {@code quiet 5s}, {@code hang up},
 * in the words of {@link vn.mscore.hotline.voice.ScriptedCall}. Nobody speaks longer than is needed to be heard.
 */
public final class CallerDeeds {
    private static final int HEARD = 2400;
    private static final int SILENT = 1000;
    private static final int UNTIL_SILENCE = 4500;
    private static final int UNTIL_LIMIT = 6500;
    private static final int A_MINUTE = 60_000;
    private static final int TAIL = 60;
    private static final int BREATH = 100;

    private final Sipp sipp;
    private final Path folder;
    private int done;
    private boolean gone;

    /** Calls from {@code number}. */
    public CallerDeeds(Exchange exchange, String number) throws IOException, InterruptedException {
        folder = Files.createTempDirectory(
                Files.createDirectories(exchange.home().resolveSibling("sipp")), "deeds");
        // Whoever answers waits half a second for the first sound.
        Path breath = next().write(folder.resolve("breath.pcap"), BREATH);
        sipp = Sipp.caller(exchange).from(number).withTelephone().dial().send(breath);
    }

    /** The next one. */
    public void add(String deed) throws IOException {
        String[] word = deed.split(" ", 3);
        switch (word[0]) {
            case "wait" -> {}
            case "hang" -> hangUp();
            case "press" -> press(word[1]);
            case "speak", "quiet" -> speak(word[0].equals("quiet"), word[1], word.length > 2 ? word[2] : "silence");
            default -> throw new IllegalArgumentException(deed);
        }
    }

    private void hangUp() {
        sipp.onCue().hangUp();
        gone = true;
    }

    private void press(String keys) throws IOException {
        CallerSound sound = next();
        int end = sound.press(0, keys);
        send(sound, end + TAIL);
    }

    /** What comes later in a call goes on from a later moment: a second key with the stamp of the first is the first. */
    private CallerSound next() {
        return CallerSound.after(A_MINUTE * done++);
    }

    private void send(CallerSound sound, int millis) throws IOException {
        sipp.onCue().send(sound.write(folder.resolve("deed-" + done + ".pcap"), millis));
    }

    private void speak(boolean quiet, String seconds, String end) throws IOException {
        int said = (int) (Double.parseDouble(seconds.replace("s", "")) * 1000);
        int length = end.equals("limit") ? UNTIL_LIMIT : Math.min(said, quiet ? SILENT : HEARD);
        CallerSound sound = quiet ? next() : next().speak(length);
        switch (end) {
            case "#" -> send(sound, sound.press(length, "#") + TAIL);
            case "silence" -> send(sound, length + UNTIL_SILENCE);
            case "limit" -> send(sound, length);
            case "hang up" -> {
                send(sound, length);
                sipp.pause(length).hangUp();
                gone = true;
            }
            default -> throw new IllegalArgumentException(end);
        }
    }

    /** Calls; whoever is still there after the last deed is hung up by the other side, or on the next cue. */
    public Sipp.Running start() throws IOException {
        return (gone ? sipp : sipp.hungUpOrOnCue()).start();
    }
}
