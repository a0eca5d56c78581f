package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.platform.Sql;

/** What the database has and the table of sealed columns does not: a later program's table perhaps. Needs a transaction. */
@Singleton
class SqlUnlistedColumns {
    private final Sql sql;

    @Inject
    SqlUnlistedColumns(Sql sql) {
        this.sql = sql;
    }

    /** Columns whose name says that they are sealed and of which nobody says where their values belong. */
    List<String> all() {
        List<String> listed =
                SealedColumn.all().stream().map(SealedColumn::name).toList();
        return sql
                .rows(
                        "select concat(table_name, '.', column_name) as name from information_schema.columns"
                                + " where table_schema = database() and column_name like '%sealed'"
                                + " and data_type in ('varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')",
                        row -> row.text("name"))
                .stream()
                .filter(name -> !listed.contains(name) && !name.equals("privacy_lane_key.sealed"))
                .toList();
    }
}
