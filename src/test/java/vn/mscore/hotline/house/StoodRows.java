package vn.mscore.hotline.house;

import java.util.List;
import java.util.stream.Collectors;
import vn.mscore.hotline.house.TestDatabase.Schema;

/** Sets rows of a gateway's database back to how they stood, so that a deed can be done again with other words. */
final class StoodRows {
    /** What a page shows only once has its row here. */
    private static final List<String> TABLES =
            List.of("complaint", "complaint_petition", "citizen_subject_request", "sealed_case", "sealed_handover");

    /** Rows that a deed adds and that stand in the way of the next. */
    private static final List<String> ADDED = List.of(
            "complaint_pause",
            "complaint_pending",
            "complaint_petition",
            "sealed_handover",
            "sealed_opening",
            "sealed_reopening");

    /** They only grow, or what is chained to them would not fit any more. */
    private static final String GROWING = "('version', 'log_length', 'log_head')";

    private final Schema schema;

    /** As they stand now in {@code schema}. */
    StoodRows(Schema schema) {
        this.schema = schema;
        for (String table : TABLES) {
            schema.change("create table stood_" + table + " as select * from " + table);
        }
        ADDED.stream()
                .filter(table -> !TABLES.contains(table))
                .forEach(table -> schema.change("create table stood_" + table + " as select * from " + table));
    }

    /** Puts them back. */
    void again() {
        for (String table : ADDED) {
            schema.change("delete from " + table + " where (" + key(table) + ") not in (select " + key(table)
                    + " from stood_" + table + ")");
        }
        for (String table : TABLES) {
            String set = columns(table, "column_key <> 'PRI'").stream()
                    .map(column -> "t." + column + " = s." + column)
                    .collect(Collectors.joining(", "));
            schema.change("update " + table + " t join stood_" + table + " s using (" + key(table) + ") set " + set);
        }
    }

    private String key(String table) {
        return String.join(", ", columns(table, "column_key = 'PRI'"));
    }

    private List<String> columns(String table, String which) {
        return schema.column("select column_name from information_schema.columns where table_schema = database()"
                + " and table_name = '" + table + "' and extra not like '%GENERATED%' and column_name not in " + GROWING
                + " and " + which + " order by ordinal_position");
    }
}
