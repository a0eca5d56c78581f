package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** The index of words follows the rule of today, also for cases that an older rule indexed. */
class WordIndexIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
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

    private int found(String typed) {
        return house.tx(CaseSearch.class, search -> search.find(MINH, typed, CaseList.PAGE))
                .size();
    }

    @Test
    void partsOfANumberThatAnOlderRuleIndexedShouldNoLongerFindTheCase() {
        TicketNumber number = house.feedback(LAN, "duong o ga, goi toi 0912 345 678");
        TicketNumber other = house.feedback(new PhoneNumber("+84912345679"), "nha so 345 ngo 12");
        house.sql(
                "insert into case_token (token, complaint_id) select token, (select id from complaint where ticket = '"
                        + number.digits()
                        + "') from case_token t join complaint c on c.id = t.complaint_id where c.ticket = '"
                        + other.digits() + "' on duplicate key update token = values(token)");
        assertThat(found("345")).as("as the older rule left it").isEqualTo(2);
        assertThat(house.run("complaint.index-words")).isEqualTo(2);
        assertThat(found("345")).isEqualTo(1);
        assertThat(found("duong o ga")).isEqualTo(1);
        assertThat(house.run("complaint.index-words")).as("once").isZero();
    }

    @Test
    void wordsThatThousandsOfCasesHaveFindTheSameCasesInTheSameOrder() {
        for (int i = 0; i < 12; i++) {
            house.feedback(
                    new PhoneNumber("+8491234570" + i % 10),
                    (i % 3 == 0 ? "cau treo " : "duong lay ") + "thon " + i + (i % 4 == 0 ? " lut" : ""));
        }
        List<String> asked = List.of("cau treo", "thon", "duong thon", "cau treo lut", "thon 7", "duong treo");
        List<List<QueueItem>> before = asked.stream().map(this::items).toList();
        house.sql("set statement foreign_key_checks = 0 for insert ignore into case_token (token, complaint_id)"
                + " select t.token, -s.seq from (select distinct token from case_token) t, seq_1_to_5000 s");
        assertThat(asked.stream().map(this::items).toList()).isEqualTo(before);
        assertThat(before).extracting(List::size).containsExactly(4, 12, 8, 1, 1, 0);
    }

    private List<QueueItem> items(String typed) {
        return house.tx(CaseSearch.class, search -> search.find(MINH, typed, CaseList.PAGE));
    }
}
