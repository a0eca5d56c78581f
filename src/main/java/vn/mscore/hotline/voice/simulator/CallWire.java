package vn.mscore.hotline.voice.simulator;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.mscore.hotline.voice.AfterEntry;
import vn.mscore.hotline.voice.Sound;

/**
 * The wire between a page and the thread of its call: events one way; keys, speech and the hang-up the other. Any number of
 * threads. A page that says nothing for {@code patience} has hung up.
 */
@Vetoed
public final class CallWire {
    private static final String KEYS = "0123456789*#";
    private static final int MOST_KEYS = 200;
    private static final int MOST_BYTES = 4 << 20;

    private final long patience;
    private final int haste;
    private final List<CallEvent> events = new ArrayList<>();
    private final StringBuilder keys = new StringBuilder();
    private final AfterEntry after = new AfterEntry();
    private final Speaking speech = new Speaking();
    private long heard = System.nanoTime();
    private long spoke = heard;
    private long played;
    private boolean listening;
    private boolean gone;
    private boolean over;

    CallWire(Duration patience) {
        this(patience, 1);
    }

    /** A wire on which waiting takes a {@code haste}th of its time, for tests. */
    CallWire(Duration patience, int haste) {
        this.patience = patience.toNanos();
        this.haste = haste;
    }

    /** Keys of the page, the letters of the keypad dropped; anything else is refused. */
    public synchronized boolean press(String raw) {
        String pressed = raw.replaceAll("[A-D]", "");
        boolean fits = pressed.chars().allMatch(key -> KEYS.indexOf(key) >= 0);
        if (!fits || keys.length() + pressed.length() > MOST_KEYS) {
            return false;
        }
        boolean first = keys.isEmpty();
        keys.append(pressed);
        if (first) {
            dropSurplus();
        }
        alive();
        return true;
    }

    /** Speech as 16 bit little-endian samples at 8 kHz; refused when they are halved or too many. Unheard outside a recording. */
    public synchronized boolean speak(byte[] samples) {
        if (samples.length % 2 != 0 || speech.size() + samples.length > MOST_BYTES) {
            return false;
        }
        if (listening) {
            speech.add(samples);
            spoke = System.nanoTime();
        }
        alive();
        return true;
    }

    /** Everything of the event {@code id} was played. */
    public synchronized void played(long id) {
        played = Math.max(played, id);
        alive();
    }

    /** The page hung up. */
    public synchronized void hangUp() {
        gone = true;
        notifyAll();
    }

    /** The page is still there. */
    public synchronized void alive() {
        heard = System.nanoTime();
        notifyAll();
    }

    /** The events after {@code id}. */
    public synchronized List<CallEvent> after(long id) {
        return List.copyOf(events.subList((int) Math.min(Math.max(0, id), events.size()), events.size()));
    }

    /** Waits for an event after {@code id}, at most {@code limit}. */
    public synchronized void await(long id, Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (events.size() <= id && !over) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /** Whether the call is over. */
    public synchronized boolean isOver() {
        return over;
    }

    synchronized long tell(CallEvent.Kind kind, List<Sound> sounds, Map<String, String> facts) {
        long id = events.size() + 1L;
        events.add(new CallEvent(id, kind, sounds, facts));
        over |= kind == CallEvent.Kind.OVER;
        notifyAll();
        return id;
    }

    synchronized boolean isGone() {
        gone |= System.nanoTime() - heard > patience;
        return gone;
    }

    /** Waits until {@code happened}, the hang-up or the limit; false when the limit was first. */
    synchronized boolean until(BooleanSupplier happened, Duration limit) {
        long end = System.nanoTime() + limit.toNanos() / haste;
        while (!happened.getAsBoolean() && !isGone()) {
            long left = Math.min(end, heard + patience) - System.nanoTime();
            if (end - System.nanoTime() <= 0) {
                return false;
            }
            pause(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
        }
        return true;
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone = true;
        }
    }

    synchronized boolean hasKeys() {
        return !keys.isEmpty();
    }

    synchronized boolean hasPlayed(long id) {
        return played >= id;
    }

    /** Takes the oldest key; a space when there is none. */
    synchronized char key() {
        if (keys.isEmpty()) {
            return ' ';
        }
        char key = keys.charAt(0);
        keys.deleteCharAt(0);
        return key;
    }

    /** Takes keys up to the first that is {@code wanted}; false when there is none. */
    synchronized boolean takes(char wanted) {
        int at = keys.indexOf(String.valueOf(wanted));
        keys.delete(0, at < 0 ? keys.length() : at + 1);
        return at >= 0;
    }

    /** An entry is complete with so many keys and without its {@code #}. */
    synchronized void entryComplete(int pressed) {
        after.complete(pressed);
        dropSurplus();
    }

    private void dropSurplus() {
        while (!keys.isEmpty() && after.swallows(keys.charAt(0))) {
            keys.deleteCharAt(0);
        }
    }

    /** Forgets what was pressed and said before the beep. */
    synchronized void beginSpeech() {
        dropKeys();
        speech.take();
        spoke = System.nanoTime();
        listening = true;
    }

    /** What was pressed until now counts for nothing. */
    synchronized void dropKeys() {
        keys.setLength(0);
        after.clear();
    }

    /** What comes now is not heard. */
    synchronized void endSpeech() {
        listening = false;
        speech.take();
    }

    synchronized byte[] speech() {
        return speech.take();
    }

    synchronized boolean hasSpeech() {
        return speech.size() > 0;
    }

    synchronized boolean isSilentSince(Duration limit) {
        return System.nanoTime() - spoke > limit.toNanos() / haste;
    }
}
