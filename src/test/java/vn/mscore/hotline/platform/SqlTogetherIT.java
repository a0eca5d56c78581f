package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

/** ADR 39: what pieces of work share, and when they no longer do. */
class SqlTogetherIT {
    private static final String COUNT = "select count(*) as n from citizen_limit";
    private static final String CHANGE = "update citizen_limit set uses = 'b' where name = 'nobody'";
    private static final Sql.Insert USE = new Sql.Insert(
            "citizen_limit",
            "insert into citizen_limit (name, subject, uses, forget_at) values ",
            "(?, repeat('x', 32), 'a', '2026-08-17')",
            " on duplicate key update uses = concat(uses, value(uses))");
    private static final List<String> TABLES = List.of("sms_message", "citizen_limit");

    private static House house;
    private final Sql sql = house.get(Sql.class);

    @BeforeAll
    static void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), java.util.Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void empty() {
        house.tx(() -> sql.update("delete from citizen_limit"));
    }

    private <T> T together(Function<Sql, T> work) {
        return house.tx(() -> sql.together(() -> work.apply(sql)));
    }

    private List<String> rows() {
        return house.schema().column("select concat(name, ' ', uses) from citizen_limit order by name");
    }

    @Test
    void anAnswerIsGivenOnceAndOnlyWithinTheWork() {
        List<Optional<Integer>> answers = together(shared -> {
            shared.foresee(TABLES, "question", 7);
            return List.of(
                    shared.foreseen("other", Integer.class),
                    shared.foreseen("question", Integer.class),
                    shared.foreseen("question", Integer.class));
        });
        assertThat(answers).extracting(answer -> answer.orElse(0)).containsExactly(0, 7, 0);
        sql.foresee(TABLES, "question", 7);
        assertThat(sql.foreseen("question", Integer.class)).as("outside").isEmpty();
        together(shared -> {
            shared.foresee(TABLES, "question", 7);
            return 0;
        });
        Optional<Integer> other = together(shared -> shared.foreseen("question", Integer.class));
        assertThat(other).as("of other work").isEmpty();
    }

    @Test
    void anAnswerIsForgottenWhenItsTableChangesAndNotWhenItIsRead() {
        List<Boolean> kept = together(shared -> {
            shared.foresee(TABLES, "question", 7);
            shared.count(COUNT);
            shared.update("update sms_part set secret = true where id = 0");
            boolean still = shared.foreseen("question", Integer.class).isPresent();
            shared.foresee(TABLES, "question", 7);
            shared.update(CHANGE);
            return List.of(still, shared.foreseen("question", Integer.class).isPresent());
        });
        assertThat(kept).containsExactly(true, false);
        Optional<Integer> left = together(shared -> {
            shared.foresee(TABLES, "question", 7);
            shared.batch("update sms_message set secret = true where id = ?", List.<Object[]>of(new Object[] {1}));
            return shared.foreseen("question", Integer.class);
        });
        assertThat(left).isEmpty();
    }

    @Test
    void rowsAreThereForWhoeverAsksForTheTableAndAtTheEnd() {
        int seen = together(shared -> {
            shared.later(USE, "one");
            shared.later(USE, "two");
            int found = shared.count(COUNT);
            shared.later(USE, "three");
            return found;
        });
        assertThat(seen).isEqualTo(2);
        assertThat(rows()).containsExactly("one a", "three a", "two a");
    }

    @Test
    void aRowThatIsThereByThenIsJoined() {
        together(shared -> {
            shared.later(USE, "one");
            shared.later(USE, "one");
            return 0;
        });
        assertThat(rows()).containsExactly("one aa");
    }

    @Test
    void nothingIsLeftOfWorkThatFails() {
        assertThatThrownBy(() -> together(shared -> {
                    shared.foresee(TABLES, "question", 7);
                    shared.later(USE, "one");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        Optional<Integer> left = together(shared -> shared.foreseen("question", Integer.class));
        assertThat(left).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void workWithinWorkSharesTheSame() {
        int asked = together(shared -> {
            shared.foresee(TABLES, "question", 7);
            Integer inner = shared.together(() -> {
                shared.later(USE, "one");
                return shared.foreseen("question", Integer.class).orElse(0);
            });
            shared.later(USE, "two");
            return inner;
        });
        assertThat(asked).isEqualTo(7);
        assertThat(rows()).containsExactly("one a", "two a");
    }

    @Test
    void outsideARowIsWrittenAtOnce() {
        int seen = house.tx(() -> {
            sql.later(USE, "one");
            return sql.count(COUNT);
        });
        assertThat(seen).isEqualTo(1);
    }
}
