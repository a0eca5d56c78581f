package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;

/** What a thief of the database and a reader of the interface can see. */
class SecrecyIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final DossierCode CODE = new DossierCode("H50.15-260814-0012");

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-14T09:30");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber register(ComplaintKind kind, String text) {
        return house.tx(
                        RegisterComplaint.class,
                        r -> r.register(new NewComplaint(
                                kind, Optional.of(LAN), text, Optional.of(CODE), "sms:1:modem", false)))
                .ticket();
    }

    @Test
    void dumpOfEveryTableShouldHoldNoNumberNoWordAndNoDossierOfATicket() throws SQLException {
        register(ComplaintKind.FEEDBACK, "canary-feedback duong hu");
        register(ComplaintKind.DENUNCIATION, "canary-denunciation truong phong");
        TicketNumber kept = register(ComplaintKind.UNCLASSIFIED, "canary-unclassified viec kia");
        house.tx(RegisterComplaint.class, r -> r.addText(kept, LAN, "canary-more doi tien", "more"));
        house.tx(CallbackRequests.class, c -> c.book(LAN, "SMS"));
        house.tx(SubjectRequests.class, s -> s.open(LAN, "canary-request xoa het", "SMS"));
        house.tx(Limits.class, l -> l.take("lookup", LAN.e164(), 10, Duration.ofDays(1)));
        house.tx(CitizenLines.class, lines -> {
            lines.ask(
                    LAN,
                    new CitizenLines.Question(CitizenLines.Question.Kind.SURVEY_SCORE, CODE.value()),
                    Duration.ofHours(72));
            return null;
        });
        String dump = dump();
        assertThat(dump).contains("complaint_words", "citizen_line").hasSizeGreaterThan(2000);
        assertThat(dump).doesNotContain("canary").doesNotContain("912345678").doesNotContain(CODE.value());
    }

    private String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = house.house().schema().connect()) {
            for (String table : tables(connection)) {
                all.append(table).append('\n');
                try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            all.append(text(rows.getObject(i))).append('|');
                        }
                    }
                }
            }
        }
        return all.toString();
    }

    private static String text(Object column) {
        return column instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(column);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection.createStatement().executeQuery("show tables")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    @Test
    void secretTicketShouldHaveNoIndexOfItsNumber() {
        register(ComplaintKind.DENUNCIATION, "truong phong");
        assertThat(house.count("complaint where phone_index is null and sender_digest is not null"))
                .isEqualTo(1);
        assertThat(house.count("complaint where category = 'KHAC'")).isEqualTo(1);
    }

    @Test
    void row36And37FeedShouldShowClassifiedKindsOnlyAndNeverASecretOne() {
        TicketNumber feedback = register(ComplaintKind.FEEDBACK, "duong o ga");
        register(ComplaintKind.UNCLASSIFIED, "toi muon hoi");
        register(ComplaintKind.SUGGESTION_OR_COMPLAINT, "ve dat dai");
        register(ComplaintKind.DENUNCIATION, "truong phong lam bay");
        register(ComplaintKind.FEEDBACK, "can bo doi tien");
        assertThat(house.feed()).as("nobody has looked at any").isEmpty();
        house.sql("update complaint set classified = true");
        assertThat(house.feed()).singleElement().satisfies(item -> {
            assertThat(item.ticket()).isEqualTo(feedback);
            assertThat(item.category()).isEqualTo("GTDB");
        });
    }

    @Test
    void laterSuspicionShouldTakeTheTicketOutOfTheFeedWithoutAGap() {
        TicketNumber first = register(ComplaintKind.FEEDBACK, "duong o ga");
        TicketNumber second = register(ComplaintKind.FEEDBACK, "mat dien");
        house.sql("update complaint set classified = true");
        assertThat(house.feed()).extracting(ComplaintFeed.Item::ticket).containsExactly(first, second);
        house.tx(RegisterComplaint.class, r -> r.addText(first, LAN, "can bo doi tien moi sua", "more"));
        assertThat(house.feed()).extracting(ComplaintFeed.Item::ticket).containsExactly(second);
        assertThat(house.status(first, LAN)).map(ComplaintStatus.View::secret).contains(true);
        assertThat(house.count("complaint where secret and phone_index is null"))
                .isEqualTo(1);
        TicketNumber third = register(ComplaintKind.FEEDBACK, "rac thai");
        house.sql("update complaint set classified = true");
        ComplaintFeed.Page page = house.tx(ComplaintFeed.class, f -> f.after(FeedCursor.START, 1));
        assertThat(page.items()).extracting(ComplaintFeed.Item::ticket).containsExactly(second);
        assertThat(house.tx(ComplaintFeed.class, f -> f.after(page.next(), 1)).items())
                .extracting(ComplaintFeed.Item::ticket)
                .containsExactly(third);
    }

    @Test
    void sameWordsAsADenunciationShouldHideTheEarlierFeedbackToo() {
        TicketNumber feedback = register(ComplaintKind.FEEDBACK, "ong ay lam kho toi");
        TicketNumber again = register(ComplaintKind.DENUNCIATION, "Ông ấy làm khó tôi!");
        assertThat(again).isEqualTo(feedback);
        assertThat(house.status(feedback, LAN))
                .map(ComplaintStatus.View::secret)
                .contains(true);
        assertThat(house.feed()).isEmpty();
        assertThat(register(ComplaintKind.FEEDBACK, "ong ay lam kho toi"))
                .as("not out in the open again")
                .isEqualTo(feedback);
    }

    @Test
    void wordsOfASecretTicketShouldBeSealedUnderTheSecretKey() {
        TicketNumber ticket = register(ComplaintKind.FEEDBACK, "duong o ga");
        house.tx(RegisterComplaint.class, r -> r.addText(ticket, LAN, "co phong bi", "more"));
        PersonalDataCipher cipher = house.house().get(PersonalDataCipher.class);
        List<String> words = house.house().tx(() -> house.house()
                .get(Sql.class)
                .rows(
                        "select id, words_sealed from complaint_words order by id",
                        row -> cipher.open(
                                new PersonalDataCipher.Place("complaint_words", "words_sealed", row.number("id")),
                                row.bytes("words_sealed"))));
        assertThat(words).containsExactly("duong o ga", "co phong bi");
        assertThat(keyIds())
                .as("both under one key, another than an open ticket's")
                .hasSize(1);
        register(ComplaintKind.FEEDBACK, "mat dien");
        assertThat(keyIds()).hasSize(2);
    }

    /** Format and lane of the keys in use: the first two bytes of a sealed value. */
    private Set<String> keyIds() {
        return new HashSet<>(house.house().tx(() -> house.house()
                .get(Sql.class)
                .rows("select hex(left(words_sealed, 2)) as lane from complaint_words", row -> row.text("lane"))));
    }
}
