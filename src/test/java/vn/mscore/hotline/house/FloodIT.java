package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** More texts than anybody answers (P16, rows 33 and 34). {@code -Dflood=10000} for the full size. */
class FloodIT {
    private static final int FLOOD = Integer.getInteger("flood", 400);
    private static final int CITIZENS = 50;
    private static final long WORKERS = 4;
    private static final int TEXTS_BEFORE_IT_IS_A_FLOOD = 20;
    private static final Pattern ALARM = Pattern.compile("hotline_alarm\\{[^}]*kind=\"reply-budget\"[^}]*} 1");
    private static final String FLOODER = "+84912000000";

    private final Path home = Gateway.freshFolder("flood");
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Air air = new Air(home.resolve("modem.jsonl"));
    private final Gateway gateway;

    FloodIT() throws IOException {
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.pace", "200/s")
                .set("hotline.sms.modem.first.dailycap", "100000");
    }

    @AfterEach
    void stop() throws InterruptedException {
        gateway.close();
        air.close();
    }

    @Test
    void row33OneNumberFloodsAndNobodyElseWaits() throws Exception {
        gateway.start();
        for (int i = 0; i < FLOOD; i++) {
            air.text(FLOODER, "PA duong vao ban Lang Cat lay loi lan thu " + i);
            if (i % (FLOOD / CITIZENS) == 0) {
                air.text(citizen(i / (FLOOD / CITIZENS)), "HELP");
            }
        }
        awaitRead(FLOOD + CITIZENS);
        assertThat(Gateway.await(Duration.ofSeconds(60), () -> unanswered(CITIZENS) == 0))
                .as("%d citizens wait", unanswered(CITIZENS))
                .isTrue();
        assertThat(air.answers(FLOODER)).as("answers to the flooder").isBetween(1, 5);
        long tickets = count("select count(*) from complaint");
        assertThat(tickets).as("tickets; one for the flood").isLessThanOrEqualTo(TEXTS_BEFORE_IT_IS_A_FLOOD + 1);
        assertThat(count("select count(*) from complaint_words"))
                .as("every word is kept")
                .isEqualTo(FLOOD);
    }

    @Test
    void row34ManyNumbersAreAllStoredAndAnsweredAsFarAsTheBudgetGoes() throws Exception {
        int budget = FLOOD / 2;
        gateway.set("hotline.reply.global.day", Integer.toString(budget))
                .set("hotline.reply.prefix.day", Integer.toString(FLOOD))
                .start();
        for (int i = 0; i < FLOOD; i++) {
            air.text(citizen(i), "HELP");
        }
        awaitRead(FLOOD);
        long replies = count("select count(*) from sms_outbox where reply");
        assertThat(replies)
                .as("never more; fewer by what the pumps had in hand when the table was looked at")
                .isBetween(budget - WORKERS, (long) budget);
        Gateway.await(Duration.ofSeconds(60 + FLOOD / 20), () -> FLOOD - unanswered(FLOOD) >= replies);
        assertThat(FLOOD - unanswered(FLOOD)).as("answered").isEqualTo(replies);
        assertThat(Gateway.await(
                        Duration.ofSeconds(90), () -> ALARM.matcher(figures()).find()))
                .as("the alarm at /metrics")
                .isTrue();
    }

    private void awaitRead(int messages) throws InterruptedException {
        assertThat(Gateway.await(
                        Duration.ofSeconds(120 + messages / 20),
                        () -> count("select count(*) from sms_message where state = 'DONE'") >= messages))
                .as("%d of %d messages read", count("select count(*) from sms_message where state = 'DONE'"), messages)
                .isTrue();
        assertThat(count("select count(*) from sms_message")).isEqualTo(messages);
        assertThat(count("select count(*) from sms_quarantine")).isZero();
    }

    private String figures() {
        try {
            return gateway.get("/metrics").body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private long unanswered(int citizens) {
        return IntStream.range(0, citizens)
                .filter(i -> air.answers(citizen(i)) == 0)
                .count();
    }

    private static String citizen(int number) {
        return String.format(Locale.ROOT, "+8498%07d", number);
    }

    private long count(String query) {
        try (Connection connection = schema.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
