package vn.mscore.hotline.wording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/** Where the deployer lays recordings of a person over the sounds of the voice packs, and takes them away again. */
public interface PromptDesk {
    /** The longest recording in bytes: one minute. */
    int MOST_BYTES = 44 + 60 * 16_000;

    /** The voice packs that can be recorded, {@code vi} first. */
    List<Pack> packs();

    /** Every sound of a pack in the order of its {@code prompts.tsv}; none for an unknown pack. */
    List<Entry> all(String pack);

    /** One sound by its whole id such as {@code vi/menu-chinh}. */
    Optional<Entry> find(String id);

    /**
     * Lays {@code wav} over sound {@code id}. Refusals say which format is wanted: {@code wording.wav-none}, {@code -bits},
     * {@code -rate}, {@code -channels}, {@code -short}, {@code -long}, {@code -silent}; {@code wording.sound-unknown}.
     */
    Optional<Reason> lay(String id, byte[] wav, String who);

    /** Takes what was laid over away; the sound below is heard again. Nothing when nothing was laid over. */
    boolean takeBack(String id, String who);

    /** A voice pack: its folder's name and its title in its own language. */
    record Pack(String name, String title) {}

    /**
     * A sound.
     *
     * @param id pack and name
     * @param text what it says; empty for tones
     * @param source where the file comes from that is played
     * @param fault what is wrong with the uppermost file, or that there is none
     * @param length how long it plays
     * @param laid who laid the present recording over and when, when somebody did
     */
    record Entry(String id, String text, Source source, Optional<Reason> fault, Duration length, Optional<Laid> laid) {}

    /** Who laid a recording over. */
    record Laid(String by, Instant at) {}

    /** Where a sound comes from. */
    enum Source {
        /** Nowhere: there is none, another pack speaks. */
        NONE,
        /** The program. */
        PACKED,
        /** The deployer's folder. */
        DEPLOYER,
        /** These screens. */
        LAID
    }
}
