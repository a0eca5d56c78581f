package vn.mscore.hotline.platform;

import jakarta.enterprise.inject.Vetoed;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/** What an import did, row by row as far as something was wrong. One fault refuses the whole file. */
@Vetoed
public final class ImportReport {
    /** More faults than this are only counted: the file is wrong as a whole. */
    private static final int TOLD = 200;

    private final List<RowFault> faults = new ArrayList<>();
    private long rows;
    private long inserted;
    private long updated;
    private long faultCount;

    /** Counts a row that was read. */
    public void row() {
        rows++;
    }

    /** Counts {@code count} things that are new. */
    public void inserted(long count) {
        inserted += count;
    }

    /** Counts {@code count} things that were there before. */
    public void updated(long count) {
        updated += count;
    }

    /** Notes a fault. */
    public void fault(RowFault fault) {
        faultCount++;
        if (faults.size() < TOLD) {
            faults.add(fault);
        }
    }

    /** Whether nothing of the file is kept. */
    public boolean refused() {
        return faultCount > 0;
    }

    /** Rows read. */
    public long rows() {
        return rows;
    }

    /** The first faults, in order of their lines. */
    public List<RowFault> faults() {
        return List.copyOf(faults);
    }

    /** For the caller: counts when all was kept, an RFC 9457 problem with {@code errors} when nothing was. */
    public JsonObject json() {
        return refused()
                ? problem("import", faults)
                        .add("rows", rows)
                        .add("faults", faultCount)
                        .build()
                : Json.createObjectBuilder()
                        .add("rows", rows)
                        .add("inserted", inserted)
                        .add("updated", updated)
                        .build();
    }

    /** The body of a refusal (RFC 9457) whose stable code is {@code code}. */
    public static JsonObjectBuilder problem(String code, List<RowFault> faults) {
        JsonArrayBuilder errors = Json.createArrayBuilder();
        for (RowFault fault : faults) {
            JsonObjectBuilder error = Json.createObjectBuilder();
            if (fault.line() > 0) {
                error.add("line", fault.line());
            }
            errors.add(error.add("field", fault.field()).add("reason", fault.sentence()));
        }
        return Json.createObjectBuilder()
                .add("status", 400)
                .add("code", code)
                .add("detail", "không nhận, xem errors / refused, see errors; nothing was kept")
                .add("errors", errors);
    }
}
