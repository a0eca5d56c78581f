package vn.mscore.hotline.complaint.triage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Who speaks of an authority may complain about the very office that a place in his words would lead to. */
@Singleton
public class Authorities {
    private final ComplaintTables tables;

    /** Knows them by the list {@code authority} of {@code tables}. */
    @Inject
    public Authorities(ComplaintTables tables) {
        this.tables = tables;
    }

    /** Whether {@code text} speaks of one. */
    public boolean areIn(String text) {
        return PlainWords.readings(text).stream().anyMatch(reading -> tables.list(ComplaintTables.AUTHORITY).stream()
                .anyMatch(words -> PlainWords.holds(reading, words)));
    }
}
