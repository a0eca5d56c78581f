package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.access.AuditSeals;
import vn.mscore.hotline.house.TestDatabase;

/**
 * Whoever owns the machine has the database, the seals on its disk and the key that signs them, and writes all of it anew so
 * that it fits: only what a witness got shows it. On a real MariaDB, at random.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditHeadsIT {
    private static final int TRIALS = 100;

    private final Random random = new Random(20261130);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @TempDir
    static Path var;

    private TestDatabase.Schema schema;
    private Connection connection;
    private GatewaySettings settings;
    private String key;

    @BeforeAll
    void open() throws Exception {
        schema = TestDatabase.fresh();
        schema.change("drop trigger audit_line_no_update", "drop trigger audit_line_no_delete");
        connection = schema.connect();
        settings = new GatewaySettings(Map.of(
                "hotline.var", var.toString(),
                "hotline.db.url", schema.url(),
                "hotline.db.user", schema.user(),
                "hotline.db.password", schema.password()));
        key = settings.secrets().readOrMake(AuditSeal.SECRET, 32);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    /** What the owner of the machine does; each is tried 100 times. */
    enum Attack {
        CUT_OFF_TAIL {
            @Override
            OwnedTrail done(OwnedTrail trail, int from, Random random) {
                return trail.until(from);
            }
        },
        FULL_REWRITE {
            @Override
            OwnedTrail done(OwnedTrail trail, int from, Random random) {
                return trail.until(from).grown(trail.length() - from, "innocent");
            }
        },
        CUT_OFF_AND_GROWN_PAST_IT {
            @Override
            OwnedTrail done(OwnedTrail trail, int from, Random random) {
                return trail.until(from).grown(trail.length() - from + 1 + random.nextInt(20), "minh");
            }
        };

        abstract OwnedTrail done(OwnedTrail trail, int from, Random random);
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void whatFitsOnTheMachineIsFoundByWhatTheWitnessGot(Attack attack) throws Exception {
        for (int i = 0; i < TRIALS; i++) {
            OwnedTrail trail = OwnedTrail.empty(key).grown(2 + random.nextInt(60), "lan");
            List<Integer> told = lines(trail.length());
            int newest = told.get(told.size() - 1);
            OwnedTrail after = attack.done(trail, random.nextInt(newest), random);
            after.write(connection, var.resolve(AuditSeal.FILE));
            List<String> heads = new ArrayList<>(trail.heads(told));
            assertThat(isWhole(Optional.empty()))
                    .as("without a witness, trial %d", i)
                    .isTrue();
            assertThat(isWhole(Optional.of(heads)))
                    .as("%s, trial %d", attack, i)
                    .isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("line ").contains("NOT whole");
            heads.addAll(after.heads(lines(after.length())));
            assertThat(isWhole(Optional.of(heads)))
                    .as("%s, told on, trial %d", attack, i)
                    .isFalse();
        }
    }

    @Test
    void aTrailThatNobodyTouchedFitsWhatTheWitnessGot() throws Exception {
        for (int i = 0; i < TRIALS; i++) {
            OwnedTrail trail = OwnedTrail.empty(key).grown(1 + random.nextInt(60), "lan");
            trail.write(connection, var.resolve(AuditSeal.FILE));
            assertThat(isWhole(Optional.of(trail.heads(lines(trail.length())))))
                    .as("trial %d", i)
                    .isTrue();
        }
    }

    @Test
    void aTrailThatGrowsWhileItIsWalkedIsWhole() throws Exception {
        OwnedTrail trail = OwnedTrail.empty(key).grown(2000, "lan");
        trail.until(1).write(connection, var.resolve(AuditSeal.FILE));
        AuditSeals seals = new SealFiles(out).read(settings, Optional.empty());
        Thread gateway = new Thread(() -> grow(trail), "gateway");
        gateway.start();
        int walks = 0;
        while (gateway.isAlive()) {
            assertThat(new AuditVerifyCommand(out).walked(Database.ofRunning(settings), seals))
                    .as(() -> said.toString(StandardCharsets.UTF_8))
                    .isZero();
            walks++;
        }
        gateway.join();
        assertThat(walks).isPositive();
        assertThat(schema.column("select seq from audit_head")).containsExactly("2000");
    }

    private void grow(OwnedTrail trail) {
        try (Connection other = schema.connect()) {
            for (int length = 2; length <= trail.length(); length++) {
                trail.until(length).append(other, length - 1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aHeadThatIsNotOnTheChainIsFound() throws Exception {
        for (int i = 0; i < TRIALS; i++) {
            OwnedTrail trail = OwnedTrail.empty(key).grown(1 + random.nextInt(60), "lan");
            trail.write(connection, var.resolve(AuditSeal.FILE));
            List<Integer> told = lines(trail.length());
            List<String> heads = new ArrayList<>(trail.heads(told));
            int line = told.get(random.nextInt(told.size()));
            heads.addAll(OwnedTrail.empty(key).grown(line, "other").heads(List.of(line)));
            assertThat(isWhole(Optional.of(heads))).as("trial %d", i).isFalse();
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("line " + line + " ");
        }
    }

    @Test
    void aHeadWithAnyOctetChangedIsNotBelieved() throws Exception {
        OwnedTrail trail = OwnedTrail.empty(key).grown(9, "lan");
        trail.write(connection, var.resolve(AuditSeal.FILE));
        String head = trail.heads(List.of(7)).get(0);
        for (int at = 0; at < head.length(); at++) {
            if (Character.isLetterOrDigit(head.charAt(at))) {
                String changed = head.substring(0, at) + (head.charAt(at) == '1' ? '2' : '1') + head.substring(at + 1);
                assertThat(isWhole(Optional.of(List.of(head, changed))))
                        .as(changed)
                        .isFalse();
            }
        }
    }

    @Test
    void aFileWithoutAHeadOfOursIsNoProof() throws IOException {
        Path file = Files.writeString(var.resolve("heads.jsonl"), "");
        assertThatThrownBy(() -> new SealFiles(out).read(settings, Optional.of(file)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("there is no head of ours");
    }

    /** Some lines in their order, at least one if there are any. */
    private List<Integer> lines(int length) {
        return random.ints(length == 0 ? 0 : 1 + random.nextInt(8), 1, length + 2)
                .map(line -> Math.min(line, length))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private boolean isWhole(Optional<List<String>> heads) throws Exception {
        said.reset();
        Optional<Path> file = Optional.empty();
        if (heads.isPresent()) {
            file = Optional.of(Files.write(var.resolve("heads.jsonl"), heads.get()));
        }
        return new AuditVerifyCommand(out).trail(connection, new SealFiles(out).read(settings, file));
    }
}
