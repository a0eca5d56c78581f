package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** The nodes of a database have the same keys, whoever made them and whoever was away. */
class KeyNodesIT extends KeyYears {
    private static final Place SOMEWHERE = new Place("sms_message", "text_sealed", 42);

    private KeyNode secondNode() {
        return new KeyNode(house, KeyNode.copy(secrets("mot"), secrets("hai")));
    }

    @Test
    void aNodeThatWasOffForAYearHasTheKeysOfTheOthersBeforeItSealsOrOpens() {
        Path away = KeyNode.copy(secrets("mot"), secrets("hai"));
        pass("2027-01-01T00:20");
        work();
        byte[] second = house.get(PersonalDataCipher.class).seal(Lane.PERSONAL, SOMEWHERE, "2027");
        pass("2028-01-01T00:20");
        work();
        byte[] third = house.get(PersonalDataCipher.class).seal(Lane.PERSONAL, SOMEWHERE, "2028");
        KeyNode back = new KeyNode(house, away);
        assertThatThrownBy(() -> back.cipher.open(SOMEWHERE, third)).isInstanceOf(CannotOpen.class);
        back.share.start();
        assertThat(back.keys.active(Lane.PERSONAL)).isEqualTo(3);
        assertThat(back.cipher.open(SOMEWHERE, second)).isEqualTo("2027");
        assertThat(back.cipher.open(SOMEWHERE, third)).isEqualTo("2028");
        assertThat(keyFiles("hai")).isEqualTo(keyFiles("mot"));
    }

    @Test
    void aRunningNodeThatMeetsAKeyOfAnotherFetchesItAlsoWithinATransactionThatBeganBefore() {
        KeyNode other = secondNode();
        other.share.start();
        pass("2027-01-01T00:01");
        house.tx(() -> {
            house.get(Sql.class).count("select count(*) as n from privacy_lane_key");
            byte[] sealed = elsewhere(() -> {
                house.get(MakeLaneKeys.class).run();
                return house.get(PersonalDataCipher.class).seal(Lane.SECRET, SOMEWHERE, "kín");
            });
            assertThat(AesGcmCipher.number(sealed)).isEqualTo(2);
            assertThat(other.keys.active(Lane.SECRET)).isEqualTo(1);
            assertThat(other.cipher.open(SOMEWHERE, sealed)).isEqualTo("kín");
            return null;
        });
        assertThat(other.keys.active(Lane.SECRET)).isEqualTo(2);
    }

    private static <T> T elsewhere(Callable<T> work) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            return one.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            one.shutdownNow();
        }
    }

    @Test
    void nodesThatMakeTheYearsKeyAtOnceAgree() throws Exception {
        List<KeyNode> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(new KeyNode(house, KeyNode.copy(secrets("mot"), secrets("n" + i))));
            nodes.get(i).share.start();
        }
        pass("2027-01-01T00:00");
        CyclicBarrier together = new CyclicBarrier(nodes.size());
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            nodes.forEach(node -> runs.add(() -> {
                together.await();
                return node.make.run();
            }));
            for (Future<Integer> run : threads.invokeAll(runs)) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        nodes.forEach(node -> node.share.run());
        for (KeyNode node : nodes) {
            assertThat(node.keys.numbers(Lane.PERSONAL)).containsExactly(1, 2);
            assertThat(node.keys.laneKey(Lane.PERSONAL, 2))
                    .isEqualTo(nodes.get(0).keys.laneKey(Lane.PERSONAL, 2));
            assertThat(node.keys.laneKey(Lane.SECRET, 2))
                    .isEqualTo(nodes.get(0).keys.laneKey(Lane.SECRET, 2));
        }
    }

    @Test
    void whatWaitsOnADiskOfANodeKeepsItsKeyThere() {
        AtomicInteger waiting = new AtomicInteger(1);
        KeyNode other = new KeyNode(house, KeyNode.copy(secrets("mot"), secrets("hai")), () -> waiting.longValue());
        other.share.start();
        for (String at : TWO_YEARS) {
            pass(at);
            work();
            other.share.run();
        }
        assertThat(other.destroy.run()).isZero();
        assertThat(keyFiles("hai")).contains("personal-1.key", "personal-3.key");
        waiting.set(0);
        assertThat(other.destroy.run()).isEqualTo(2);
        assertThat(keyFiles("hai")).isEqualTo(keyFiles("mot"));
    }

    @Test
    void aCopyOfADestroyedKeyThatIsPutBackGoesAgainAndHindersNoStart() throws IOException {
        Path copy = KeyNode.copy(secrets("mot"), secrets("safe"));
        turnTwoYears();
        new SecretFiles(secrets("mot"))
                .keep(
                        "personal-1.key",
                        new SecretFiles(copy).find("personal-1.key", 43).orElseThrow());
        reopen();
        house.get(DestroyLaneKeys.class).run();
        assertThat(keyFiles("mot")).doesNotContain("personal-1.key");
    }

    @Test
    void aYoungerKeyThatIsMissingComesFromTheOthersAndOneThatNobodyHasRefusesTheStart() {
        turnTwoYears();
        new SecretFiles(secrets("mot")).destroy("personal-3.key");
        reopen();
        assertThat(keyFiles("mot")).contains("personal-3.key");
        new SecretFiles(secrets("mot")).destroy("personal-2.key");
        new SecretFiles(secrets("mot")).destroy("personal-3.key");
        assertThatThrownBy(this::reopen)
                .isInstanceOf(SecretFiles.UnsafeSecret.class)
                .hasMessageContaining("personal-2.key");
    }

    @Test
    void aDatabaseFromBeforeTheYearsKeyIsOfferedIt() {
        pass("2027-01-01T01:00");
        work();
        house.schema().change("delete from privacy_lane_key", "delete from privacy_key where name like '%-2.key'");
        reopen();
        house.get(OfferLaneKeys.class).run();
        assertThat(house.schema().column("select number from privacy_lane_key")).containsExactly("2", "2");
        assertThat(house.get(MakeLaneKeys.class).run()).isZero();
    }
}
