package vn.mscore.hotline.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql.Insert;

/**
 * What several pieces of work of one transaction share (ADR 39): answers asked for all of them at once, each given once and
 * only while its tables are as they were, and rows that nobody reads before the commit, written as few statements. Of one thread.
 */
final class Together {
    private final Map<Object, Answer> foreseen = new HashMap<>();
    private final Map<Insert, List<Object[]>> later = new LinkedHashMap<>();

    /** What {@code tables} said. */
    private record Answer(Collection<String> tables, Object said) {}

    void foresee(Collection<String> tables, Object question, Object answer) {
        foreseen.put(question, new Answer(tables, answer));
    }

    /** Forgets the answers of tables that {@code statement} is about to change. */
    void forget(String statement) {
        foreseen.values().removeIf(answer -> answer.tables().stream().anyMatch(statement::contains));
    }

    /** Given once: whoever asks again may have changed it since. */
    Optional<Object> take(Object question) {
        return Optional.ofNullable(foreseen.remove(question)).map(Answer::said);
    }

    void add(Insert rows, Object[] row) {
        later.computeIfAbsent(rows, kind -> new ArrayList<>()).add(row);
    }

    /** Hands over, and forgets, the rows of tables that {@code statement} names. */
    Map<Insert, List<Object[]>> named(String statement) {
        Map<Insert, List<Object[]>> named = new LinkedHashMap<>();
        for (Insert rows : List.copyOf(later.keySet())) {
            if (statement.contains(rows.table())) {
                named.put(rows, later.remove(rows));
            }
        }
        return named;
    }

    /** Hands over, and forgets, all rows. */
    Map<Insert, List<Object[]>> all() {
        Map<Insert, List<Object[]>> all = new LinkedHashMap<>(later);
        later.clear();
        return all;
    }
}
