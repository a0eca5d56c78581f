package vn.mscore.hotline.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.SqlSealedValues.Value;

/** One walk through all sealed columns, some rows a step, for the values under some keys. */
final class SealingWalk {
    private final List<KeyLife> keys;
    private final List<byte[]> heads;
    private final SqlSealedValues values;
    private final AesGcmCipher cipher;
    private final List<SealedColumn> columns = SealedColumn.all();
    private final Set<Integer> found = new HashSet<>();
    private final Set<String> spoiled = new TreeSet<>();
    private int column;
    private long after = Long.MIN_VALUE;
    private Optional<Long> last = Optional.empty();

    SealingWalk(List<KeyLife> keys, SqlSealedValues values, AesGcmCipher cipher) {
        this.keys = keys;
        this.heads = keys.stream()
                .map(key -> AesGcmCipher.head(key.lane(), key.number()))
                .toList();
        this.values = values;
        this.cipher = cipher;
    }

    List<KeyLife> keys() {
        return keys;
    }

    boolean isFor(List<KeyLife> wanted) {
        return keys.equals(wanted);
    }

    boolean isOver() {
        return column == columns.size();
    }

    /** Whether a value under {@code key} was met; keys are told apart as in the heads of values. */
    boolean hasFound(KeyLife key) {
        return found.contains(keys.indexOf(key));
    }

    /** Columns with values that did not open, and the keys that stay because of them. */
    Set<String> spoiled() {
        return spoiled;
    }

    /** Seals the next rows anew in the running transaction; tells how many values. */
    int seal() {
        SealedColumn of = columns.get(column);
        last = values.next(of, after);
        return last.map(end -> seal(of, values.between(of, after, end, heads))).orElse(0);
    }

    private int seal(SealedColumn of, List<Value> met) {
        List<Object[]> anew = new ArrayList<>();
        for (Value value : met) {
            int index = keyOf(value);
            found.add(index);
            KeyLife key = keys.get(index);
            try {
                byte[] open = cipher.openBytes(value.place(), value.bytes());
                anew.add(new Object[] {cipher.sealBytes(key.lane(), value.place(), open), value.key(), value.bytes()});
            } catch (CannotOpen e) {
                // The key stays: what looks spoiled may be our own mistake, and nobody could make it good afterwards.
                spoiled.add(of.name() + " under " + key.name());
            }
        }
        values.replace(of, anew);
        return anew.size();
    }

    private int keyOf(Value value) {
        for (int i = 0; i < heads.size(); i++) {
            if (Arrays.equals(heads.get(i), 0, AesGcmCipher.HEADER, value.bytes(), 0, AesGcmCipher.HEADER)) {
                return i;
            }
        }
        throw new IllegalStateException("asked for the values of some keys, got another's");
    }

    /** What was sealed is durable: goes on to the next rows or to the next column. */
    void step() {
        if (last.isPresent()) {
            after = last.get();
        } else {
            column++;
            after = Long.MIN_VALUE;
        }
    }
}
