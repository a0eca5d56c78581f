package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.mscore.hotline.crash.AwayHouse.A_MINUTE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;

/**
 * P23, the drill: a backup is taken by its command while citizens write by two lines, the machine dies, the backup is
 * restored by its command into an empty database, and the same modem and centre go on with the new machine. The checker
 * compares what the lines saw with the restored tables; nothing is left out but what was promised after the instant of the
 * backup, as the restore names it, and is not in it.
 */
@Timeout(600)
class RestoreIT {
    private static final Logger LOG = Logger.getLogger(RestoreIT.class.getName());
    private static final int TEXTS = 40;
    private static final long PAUSE_MILLIS = 50;
    private static final long AFTER_THE_BACKUP_MILLIS = 3_000;
    private static final int COPIES = 3;
    private static final int ANSWERS_IN_TEN_MINUTES = 5;

    private static final Pattern TAKEN = Pattern.compile("backup of (\\S+Z), schema");

    private static final String SIGNED_IN = "insert into account_session"
            + " (id, token_hash, account, stage, address, agent, opened_at, seen_at)"
            + " values (1, repeat('t', 32), 1, 'IN', '127.0.0.1', 'x', utc_timestamp(6), utc_timestamp(6))";

    private final TestDatabase.Schema lost = TestDatabase.fresh();
    private final TestDatabase.Schema empty = TestDatabase.empty();

    @Test
    void whatWasPromisedBeforeABackupIsAnsweredByTheMachineItIsRestoredTo() throws Exception {
        try (AwayHouse house = AwayHouse.unwitnessed("restore", lost)) {
            house.start("");
            house.awaitLines();
            house.write(TEXTS);
            assertThat(house.handOver(A_MINUTE).join()).isTrue();
            assertThat(house.settles(A_MINUTE)).as(house.score()).isTrue();
            lost.change(SIGNED_IN);
            List<HistoryEvent> before = house.seen();
            AtomicBoolean enough = new AtomicBoolean();
            Path file = house.home.resolve("nightly.backup");
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> writes(house, enough));
            command(house.home.resolve("var"), lost, "backup", file);
            Thread.sleep(AFTER_THE_BACKUP_MILLIS);
            house.victim.kill();
            enough.set(true);
            meanwhile.join();
            List<HistoryEvent> atDeath = house.seen();
            Path place = Files.createDirectories(house.home.resolve("restored"));
            bringKeys(house.home.resolve("var"), place);
            List<String> told = tickets(lost);
            Instant takenAt = takenAt(command(place, empty, "restore", file));
            assertThat(place.resolve("last-backup")).content().contains(takenAt.toString());
            assertThat(empty.column("select id from account_session"))
                    .as("signed in")
                    .isEmpty();
            Books restored = BookReader.read(database(), place);
            List<String> kept = tickets(empty);
            assertThat(told).as("told after the backup").hasSizeGreaterThan(kept.size());
            goOn(house, place);
            List<String> issued = tickets(empty);
            issued.removeAll(kept);
            assertThat(issued).as("two citizens with one number").isNotEmpty().doesNotContainAnyElementsOf(told);
            compare(new Drill(before, atDeath, house.seen(), restored, takenAt), place);
        }
    }

    /** The same lines and citizens with the new machine. */
    private void goOn(AwayHouse house, Path place) throws Exception {
        try (VictimProcess next = house.successor(empty, place)) {
            next.start("");
            assertThat(next.awaitReady()).as(next.output()).isTrue();
            house.write(TEXTS);
            Settled.await(house.histories, database(), place);
            next.kill();
        }
    }

    private static List<String> tickets(TestDatabase.Schema schema) {
        return schema.column("select ticket from complaint");
    }

    private static boolean isBegun(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("nightly.backup"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writes(AwayHouse house, AtomicBoolean enough) {
        try {
            // From when the backup has begun: what is promised before it must be in it.
            boolean begun = Gateway.await(A_MINUTE, () -> isBegun(house.home));
            while (begun && !enough.get()) {
                house.write(1);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private BookReader.Database database() {
        return BookReader.Database.of(empty);
    }

    private static Instant takenAt(String output) {
        Matcher told = TAKEN.matcher(output);
        assertThat(told.find()).as(output).isTrue();
        return Instant.parse(told.group(1));
    }

    private static String command(Path var, TestDatabase.Schema schema, String word, Path file) throws Exception {
        try (Gateway gateway = new Gateway(Gateway.freshFolder("restore-" + word))
                .set("hotline.var", var.toString())
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())) {
            gateway.launch(word, file.toString());
            assertThat(gateway.exitCode()).as(gateway.output()).isZero();
            return gateway.output();
        }
    }

    private static void bringKeys(Path from, Path to) throws IOException {
        Path secrets = Files.createDirectories(
                to.resolve("secrets"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Stream<Path> files = Files.list(from.resolve("secrets"))) {
            for (Path key : (Iterable<Path>) files::iterator) {
                String name = key.getFileName().toString();
                if (name.matches("(personal|secret|index)-.*\\.key|backup-open\\.key|audit-seal")) {
                    Files.copy(key, secrets.resolve(name));
                }
            }
        }
    }

    private void compare(Drill drill, Path place) throws Exception {
        Books books = BookReader.read(database(), place);
        LOG.info(books.messages().size() + " messages, "
                + drill.restored().messages().size() + " of them restored, "
                + drill.forgotten().size() + " written after the backup and not in it");
        assertThat(drill.forgotten()).as("written under load").isNotEmpty();
        assertThat(Checker.check(drill.history(), books, terms(drill.sentMeanwhile())))
                .isEmpty();
        assertThat(Checker.check(drill.last(), books, terms(drill.sentMeanwhile())))
                .as("what a machine promises after its backup is lost with it")
                .hasSizeGreaterThanOrEqualTo(drill.forgotten().size());
    }

    private static Checker.Terms terms(int doubles) {
        return new Checker.Terms(doubles, COPIES, true, true, ANSWERS_IN_TEN_MINUTES, false);
    }

    /**
     * What the lines saw until the backup began, until the machine died, and in the end.
     *
     * @param restored the tables right after they were restored
     * @param takenAt the instant that the restore named: what was promised before it is never forgiven
     */
    private record Drill(
            List<HistoryEvent> before,
            List<HistoryEvent> atDeath,
            List<HistoryEvent> last,
            Books restored,
            Instant takenAt) {
        private List<HistoryEvent> meanwhile() {
            return without(atDeath, before);
        }

        /** Words that were promised after the backup was taken and are not in it. */
        Set<String> forgotten() {
            Set<String> held =
                    restored.messages().stream().map(Books.Message::text).collect(Collectors.toSet());
            return meanwhile().stream()
                    .filter(event -> event.promises() && event.at() >= takenAt.toEpochMilli())
                    .map(HistoryEvent::token)
                    .filter(token -> !held.contains(token))
                    .collect(Collectors.toSet());
        }

        /** Texts that went out after the backup began: the new machine does not know, and sends them again. */
        int sentMeanwhile() {
            return (int) meanwhile().stream()
                    .filter(event -> event.kind() == HistoryEvent.Kind.SUBMITTED)
                    .count();
        }

        List<HistoryEvent> history() {
            Set<String> forgotten = forgotten();
            List<HistoryEvent> history = without(last, meanwhile());
            meanwhile().stream()
                    .filter(event -> event.kind() != HistoryEvent.Kind.SUBMITTED)
                    .forEach(history::add);
            history.removeIf(event -> forgotten.contains(event.token()));
            return history;
        }

        private static List<HistoryEvent> without(List<HistoryEvent> all, List<HistoryEvent> some) {
            List<HistoryEvent> rest = new ArrayList<>(all);
            some.forEach(rest::remove);
            return rest;
        }
    }
}
