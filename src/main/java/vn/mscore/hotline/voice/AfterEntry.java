package vn.mscore.hotline.voice;

import jakarta.enterprise.inject.Vetoed;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What keys mean right after an entry that was complete without its {@code #}. A {@code #} within three seconds only ends
 * it, as people were told to; after an entry of several keys so do further ones, until a second passes without any: whoever
 * pressed a digit too many did not answer the next question with it (row 87).
 */
@Vetoed
public final class AfterEntry {
    private static final long HASH_FOLLOWS = TimeUnit.SECONDS.toNanos(3);
    private static final long SURPLUS_FOLLOWS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanos;
    private boolean hash;
    private boolean surplus;
    private long last;

    /** Begins where no entry was. */
    public AfterEntry() {
        this(System::nanoTime);
    }

    AfterEntry(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** An entry is complete with so many keys. */
    public void complete(int keys) {
        hash = true;
        surplus = keys > 1;
        last = nanos.getAsLong();
    }

    /** Whether {@code key} belongs to the entry before and says nothing; asked for every key as it comes. */
    public boolean swallows(char key) {
        long now = nanos.getAsLong();
        boolean ends = hash && key == '#' && now - last < HASH_FOLLOWS;
        boolean tooMany = surplus && key != '#' && now - last < SURPLUS_FOLLOWS;
        hash &= tooMany;
        surplus = tooMany;
        last = now;
        return ends || tooMany;
    }

    /** Forgets the entry before. */
    public void clear() {
        hash = false;
        surplus = false;
    }
}
