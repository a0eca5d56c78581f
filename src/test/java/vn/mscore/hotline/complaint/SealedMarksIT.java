package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** Words beside a mark go into the sealed lane with the case that holds the same words. */
class SealedMarksIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final DossierCode CODE = new DossierCode("H50.15-260814-0012");
    private static final String WORDS = "Ông trưởng phòng bắt tôi nộp thêm mới giải quyết";
    private static final Viewer MINH = CaseHouse.viewer("minh", Role.OPERATOR, Optional.empty());

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void marked(String comment) {
        house.house().get(InTransaction.class).run(() -> {
            byte[] index = house.house().get(BlindIndex.class).of(BlindIndex.Purpose.PHONE, LAN);
            house.house()
                    .get(Sql.class)
                    .update(
                            "insert into score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof,"
                                    + " scored_at, changed_at) values (7, ?, ?, false, 'KS-HCC', 'DATDAI', 2, 10, 'SMS', 'NONE', ?, ?)",
                            CODE.value(),
                            index,
                            house.clock().instant(),
                            house.clock().instant());
            house.house().get(RecordScore.class).comment(LAN, CODE, comment);
        });
    }

    private List<Optional<String>> shown() {
        return house.tx(LowScores.class, marks -> marks.of(LAN, 10)).stream()
                .map(LowScores.Mark::comment)
                .toList();
    }

    private void seal(TicketNumber ticket) {
        SortCases desk = house.house().get(SortCases.class);
        assertThat(desk.classify(house.grip(MINH, ticket), ComplaintKind.DENUNCIATION, "TCAO")
                        .refusal())
                .isEmpty();
    }

    @Test
    void commentShouldBeSealedWithTheCaseThatAPersonSealsByHand() {
        marked("ong truong phong bat toi nop them");
        TicketNumber ticket = house.feedback(LAN, WORDS);
        assertThat(shown()).containsExactly(Optional.of("ong truong phong bat toi nop them"));
        seal(ticket);
        assertThat(shown()).containsExactly(Optional.empty());
        assertThat(house.count("score_comment where concealed")).isEqualTo(1);
    }

    @Test
    void shortOrOtherRemarksShouldStay() {
        marked("cham");
        TicketNumber ticket = house.feedback(LAN, WORDS + ", cham");
        seal(ticket);
        assertThat(shown()).containsExactly(Optional.of("cham"));
    }
}
