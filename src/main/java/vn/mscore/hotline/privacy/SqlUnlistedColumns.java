package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.platform.Sql;

/** What the database has and the table of sealed columns does not: a later program's table perhaps. Needs a transaction. */
@Singleton
class SqlUnlistedColumns {
    /** Octets that are sealed in no way, and the keys themselves. */
    private static final Set<String> OTHERS =
            Set.of("privacy_lane_key.sealed", "citizen_limit.uses", "prompt_sound.wav");

    private final Sql sql;

    @Inject
    SqlUnlistedColumns(Sql sql) {
        this.sql = sql;
    }

    /** Columns that may hold sealed values and of which nobody says where these belong. */
    List<String> all() {
        List<String> listed =
                SealedColumn.all().stream().map(SealedColumn::name).toList();
        return sql
                .rows(
                        "select concat(table_name, '.', column_name) as name from information_schema.columns"
                                + " where table_schema = database()"
                                + " and data_type in ('varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')",
                        row -> row.text("name"))
                .stream()
                .filter(name -> !listed.contains(name) && !OTHERS.contains(name))
                .toList();
    }
}
