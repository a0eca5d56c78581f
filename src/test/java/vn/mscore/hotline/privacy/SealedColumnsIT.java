package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** The table of sealed columns is that of the migrated schema: what it forgets would be lost with an old key. */
class SealedColumnsIT {
    /** Bytes that are no sealed values; the chain of keys goes with the keys it lies under. */
    private static final Set<String> OTHERS =
            Set.of("citizen_limit.uses", "prompt_sound.wav", "privacy_lane_key.sealed");

    private final TestDatabase.Schema schema = TestDatabase.fresh();

    @Test
    void everyColumnThatMayHoldASealedValueIsInTheTable() {
        Set<String> columns = new TreeSet<>(schema.column("select concat(table_name, '.', column_name)"
                + " from information_schema.columns where table_schema = database() and data_type in"
                + " ('varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')"));
        Set<String> listed = new TreeSet<>();
        SealedColumn.all().forEach(one -> assertThat(listed.add(one.name())).isTrue());
        listed.addAll(OTHERS);
        assertThat(listed).isEqualTo(columns);
    }

    @Test
    void noTableThatForbidsChangesHoldsSealedValues() {
        List<String> forbidding = schema.column("select distinct event_object_table from information_schema.triggers"
                + " where trigger_schema = database() and event_manipulation = 'UPDATE'");
        assertThat(forbidding).contains("audit_line", "complaint_event");
        assertThat(SealedColumn.all()).noneMatch(one -> forbidding.contains(one.table()));
    }

    @Test
    void everyExpressionIsSqlOfItsTable() {
        assertThat(SealedColumn.all()).allSatisfy(one -> assertThat(schema.column("select concat(" + one.row() + ", "
                        + one.place() + ", " + one.key() + ", " + one.column() + ") from " + one.table()))
                .isEmpty());
    }
}
