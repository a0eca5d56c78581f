package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.unit.UnitRegister;

/** ADR 39: messages of several citizens read together end as each read by itself: answers, lanes, counters, cases. */
class ReadingTogetherIT {
    private static final String OWN = "TC H50.15-260810-0003";
    private static final String OTHER = "TC H50.15-260810-0004";

    /** One list after the other; the text of each number in it waits when the list is read. */
    private static final List<List<String>> ROUNDS = List.of(
            List.of(OWN, OWN, OTHER, "TC H50.15-260810-9999", "HD", "TC"),
            List.of(OWN, OTHER, OWN + " 4821", "PA duong hong o thon 3", "can bo thon Ba nhan tien cua dan", "TC"),
            List.of(OTHER, "co chay o thon 3, cap cuu " + OWN, "TC H50.15-260810-0004", "EN", OWN, OTHER),
            List.of(OTHER, OTHER, "CD H50.15-260810-0003 3", OTHER, "TO CAO chu tich nhan phong bi", OTHER),
            List.of(OTHER, OTHER, OTHER, OTHER, OTHER, OTHER),
            List.of(OTHER, OTHER, OTHER, OTHER, OWN, "HD"));

    @Test
    void citizensReadTogetherGetWhatEachAloneWouldGet() {
        Outcome alone = of((house, senders) -> senders.forEach(sender -> read(house, List.of(sender))));
        Outcome together = of(ReadingTogetherIT::read);
        assertThat(together.answers()).isEqualTo(alone.answers());
        assertThat(together.rest()).isEqualTo(alone.rest());
        assertThat(alone.answers()).as("the sealed lane is used").anyMatch(answer -> answer.contains("SECRET"));
        assertThat(alone.rest()).as("limits are met").anyMatch(row -> row.startsWith("lookup.enough"));
    }

    private record Outcome(List<String> answers, List<String> rest) {}

    private static void read(House house, List<byte[]> senders) {
        house.get(Reading.class).next(senders, house.get(SmsListener.class));
    }

    private static Outcome of(BiConsumer<House, List<byte[]>> way) {
        MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
        try (House house = House.open(clock, Map.of("hotline.lookup.perNumber.day", "3"))) {
            open(house);
            for (List<String> round : ROUNDS) {
                for (int i = 0; i < round.size(); i++) {
                    house.get(Intake.class).store(Radio.text(number(i), round.get(i), clock.instant()));
                }
                way.accept(house, house.tx(() -> house.get(SqlMessages.class).waitingSenders()));
                clock.advance(Duration.ofMinutes(11));
            }
            return house.tx(() -> new Outcome(answers(house), rest(house)));
        }
    }

    private static String number(int index) {
        return "+8491234560" + index;
    }

    private static void open(House house) {
        unit(house, "KS", "{\"name\":\"Xã Khe Sanh\",\"shortName\":\"Xa Khe Sanh\",\"kind\":\"COMMUNE\",");
        unit(
                house,
                "KS-HCC",
                "{\"name\":\"TT PVHCC\",\"shortName\":\"TT PVHCC\",\"kind\":\"ONE_STOP\",\"parent\":\"KS\",");
        for (int i = 3; i < 5; i++) {
            var outcome = house.get(DossierRegister.class)
                    .put("H50.15-260810-000" + i, json("""
                    {"unit":"KS-HCC","procedure":"A","field":"DDAI","receivedAt":"2026-08-10T08:00:00+07:00",
                    "dueAt":"2026-08-11T17:00:00+07:00","status":"PROCESSING","phone":"%s"}""".formatted(number(i - 3))), false);
            assertThat(outcome.kept()).as("%s", outcome).isTrue();
        }
    }

    private static void unit(House house, String code, String begin) {
        assertThat(house.get(UnitRegister.class).put(code, json(begin + "\"validFrom\":\"2025-07-01\"}")))
                .isEmpty();
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Who was answered what, and in which lane; tickets are drawn by lot. */
    private static List<String> answers(House house) {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        return new ArrayList<>(new TreeSet<>(house.get(Sql.class)
                .rows(
                        "select o.id, o.text_sealed, o.secret, o.reply, m.sender_sealed, o.answers_id, o.created_at,"
                                + " m.id as message from sms_outbox o left join sms_message m on m.id = o.answers_id",
                        row -> row.instant("created_at") + " "
                                + (row.bytes("sender_sealed") == null
                                        ? ""
                                        : cipher.open(
                                                new Place("sms_message", "sender_sealed", row.number("message")),
                                                row.bytes("sender_sealed")))
                                + (row.flag("secret") ? " SECRET " : " ")
                                + cipher.open(
                                                new Place("sms_outbox", "text_sealed", row.number("id")),
                                                row.bytes("text_sealed"))
                                        .replaceAll("\\d{8}", "########"))));
    }

    private static List<String> rest(House house) {
        List<String> rest = new ArrayList<>();
        for (String question : List.of(
                "select concat(name, ' ', hex(uses)) as t from citizen_limit",
                "select concat(kind, ' ', state, ' ', secret) as t from complaint",
                "select concat(unanswered, ' ', state) as t from sms_message where unanswered is not null",
                "select concat(question_kind, ' ', tongue) as t from citizen_line")) {
            List<String> found =
                    new ArrayList<>(house.get(Sql.class).rows(question, row -> String.valueOf(row.text("t"))));
            found.sort(null);
            rest.addAll(found);
        }
        return rest;
    }
}
