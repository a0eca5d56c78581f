package vn.mscore.hotline.voice.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Acts as a handset page does, by lines in the language of {@link vn.mscore.hotline.voice.ScriptedCall}. */
final class PageCaller implements Runnable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CallWire wire;
    private final Deque<String> script;

    PageCaller(CallWire wire, String... lines) {
        this.wire = wire;
        this.script = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public void run() {
        long seen = 0;
        try {
            while (!wire.isOver()) {
                wire.await(seen, LIMIT);
                for (CallEvent event : wire.after(seen)) {
                    seen = event.id();
                    answer(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(CallEvent event) {
        String next = script.isEmpty() ? "" : script.peek();
        switch (event.kind()) {
            case ASK -> answer(event.id(), script.remove());
            case RECORD -> speak(script.remove());
            case SAY -> {
                if (next.startsWith("cut in ")) {
                    wire.press(script.remove().substring("cut in ".length()));
                } else if (next.equals("hang up while speaking")) {
                    wire.hangUp();
                } else {
                    wire.played(event.id());
                }
            }
            default -> wire.alive();
        }
    }

    private void answer(long id, String line) {
        if (line.startsWith("hang up")) {
            wire.hangUp();
        } else if (line.startsWith("press ")) {
            wire.press(line.substring("press ".length()));
        } else {
            wire.played(id);
        }
    }

    private void speak(String line) {
        String[] words = line.split(" ", 3);
        int seconds = Integer.parseInt(words[1].replace("s", ""));
        wire.speak(sound(seconds, words[0].equals("quiet") ? 0 : 4_000));
        switch (words.length == 3 ? words[2] : "silence") {
            case "#" -> wire.press("#");
            case "hang up" -> wire.hangUp();
            case "limit" -> wire.alive();
            default -> wire.speak(sound(5, 0));
        }
    }

    /** A tone of so many seconds and so loud. */
    static byte[] sound(int seconds, int loud) {
        byte[] samples = new byte[seconds * Speaking.SECOND];
        for (int at = 0; at < samples.length; at += 2) {
            int sample = at / 2 % 16 < 8 ? loud : -loud;
            samples[at] = (byte) sample;
            samples[at + 1] = (byte) (sample >> 8);
        }
        return samples;
    }
}
