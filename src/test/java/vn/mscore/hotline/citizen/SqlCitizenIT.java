package vn.mscore.hotline.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.shared.PhoneNumber;

class SqlCitizenIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void languageShouldBeRememberedPerNumber() {
        house.ask(CitizenLines.class, lines -> {
            lines.speaks(LAN, Tongue.ENGLISH);
            lines.speaks(LAN, Tongue.BRU);
            return null;
        });
        assertThat(tongue(LAN)).contains(Tongue.BRU);
        assertThat(tongue(MINH)).isEmpty();
    }

    @Test
    void questionShouldStayOpenUntilItsTimeAndGiveWayToANewerOne() {
        Question first = new Question(Question.Kind.SURVEY_SCORE, "H50.15-260814-0012");
        Question second = new Question(Question.Kind.CHOOSE_DOSSIER, "H50.15-260814-0012 H50.15-260803-0007");
        ask(first, Duration.ofHours(72));
        ask(second, Duration.ofMinutes(30));
        assertThat(openQuestion()).map(CitizenLines.OpenQuestion::question).contains(second);
        assertThat(openQuestion()).map(CitizenLines.OpenQuestion::askedAt).contains(clock.instant());
        clock.advance(Duration.ofMinutes(30));
        assertThat(openQuestion()).isEmpty();
    }

    @Test
    void answeredQuestionShouldBeClosedAndTheLanguageStay() {
        house.ask(CitizenLines.class, lines -> {
            lines.speaks(LAN, Tongue.ENGLISH);
            lines.ask(LAN, new Question(Question.Kind.SATISFIED, "26001239"), Duration.ofHours(72));
            lines.answered(LAN);
            return null;
        });
        assertThat(openQuestion()).isEmpty();
        assertThat(tongue(LAN)).contains(Tongue.ENGLISH);
    }

    private void ask(Question question, Duration openFor) {
        house.ask(CitizenLines.class, lines -> {
            lines.ask(LAN, question, openFor);
            return null;
        });
    }

    private Optional<CitizenLines.OpenQuestion> openQuestion() {
        return house.ask(CitizenLines.class, lines -> lines.openQuestion(LAN));
    }

    @Test
    void row35OptOutShouldHoldAtOnceAndEveryChangeShouldBeKept() {
        Instant out = house.ask(Consents.class, consents -> consents.optOut(LAN, "SMS"));
        assertThat(out).isEqualTo(clock.instant());
        assertThat(hasOptedOut(LAN)).isTrue();
        assertThat(hasOptedOut(MINH)).isFalse();
        clock.advance(Duration.ofDays(1));
        house.ask(Consents.class, consents -> consents.optIn(LAN, "SMS"));
        assertThat(hasOptedOut(LAN)).isFalse();
        assertThat(rows("select given, channel, wording_version from citizen_consent order by at"))
                .isEqualTo("false SMS 2026-1; true SMS 2026-1");
    }

    @Test
    void row35DataRequestShouldOpenATrackedRequestWithBothClocksAndDeleteNothing() {
        ask(new Question(Question.Kind.SATISFIED, "26001239"), Duration.ofHours(72));
        SubjectRequests.Opened opened = request(LAN, "XOADL tôi");
        assertThat(opened.acknowledgeBy()).isEqualTo(LocalDate.of(2026, 8, 19));
        assertThat(opened.completeBy()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(opened.number()).matches("26\\d{5}");
        assertThat(openQuestion()).isPresent();
        clock.advance(Duration.ofDays(2));
        assertThat(request(LAN, "XOADL nữa")).isEqualTo(opened);
        assertThat(request(MINH, "QUYEN")).isNotEqualTo(opened);
        assertThat(rows("select count(*) from citizen_subject_words")).isEqualTo("3");
    }

    @Test
    void usesShouldBeForgottenOnceNoWindowHoldsThem() {
        house.ask(Limits.class, limits -> limits.take("lookup", LAN.e164(), 10, Duration.ofDays(1)));
        Job job = house.get(vn.mscore.hotline.citizen.jpa.ForgetOldUses.class);
        assertThat(job.run()).isZero();
        clock.advance(Duration.ofDays(1).plusSeconds(1));
        assertThat(job.run()).isEqualTo(1);
    }

    private Optional<Tongue> tongue(PhoneNumber phone) {
        return house.ask(CitizenLines.class, lines -> lines.tongue(phone));
    }

    private boolean hasOptedOut(PhoneNumber phone) {
        return house.ask(Consents.class, consents -> consents.hasOptedOut(phone));
    }

    private SubjectRequests.Opened request(PhoneNumber phone, String words) {
        return house.ask(SubjectRequests.class, requests -> requests.open(phone, words, "SMS"));
    }

    private String rows(String sql) {
        return house.tx(() -> String.join(
                "; ",
                ((java.util.List<?>)
                                house.entityManager().createNativeQuery(sql).getResultList())
                        .stream()
                                .map(row -> row instanceof Object[] many ? join(many) : row.toString())
                                .toList()));
    }

    private static String join(Object[] many) {
        return String.join(
                " ", java.util.Arrays.stream(many).map(String::valueOf).toList());
    }
}
