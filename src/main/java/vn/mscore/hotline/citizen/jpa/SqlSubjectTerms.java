package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.citizen.DelayTexts;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectRequestDelayed;
import vn.mscore.hotline.citizen.SubjectTerms;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.Reason;

/** Moves {@code complete_by} of {@code citizen_subject_request}; the request was read for update. */
@Singleton
public class SqlSubjectTerms implements SubjectTerms {
    private static final String TABLE = "citizen_subject_request";
    private static final int SHORTEST = 10;
    private static final Reason OVERDUE = new Reason(
            "request.overdue",
            "Đã quá hạn hoàn tất, không dời hạn được nữa. / The day has passed: too late to move it.");
    private static final Reason NOTED = new Reason(
            "request.third-parties",
            "Đã ghi bên thứ ba cho yêu cầu này rồi. / Third parties were noted already, once only.");
    private static final Reason EXTENDED = new Reason(
            "request.extended", "Đã gia hạn một lần, không gia hạn nữa. / It was extended already, once only.");
    private static final Reason WORDS =
            new Reason("request.reason", "Ghi lý do từ 10 đến 160 ký tự. / Give the reason in 10 to 160 characters.");
    static final Reason PARTS = new Reason(
            "request.reason-parts",
            "Lý do dài quá số tin cho phép, chưa ghi gì: viết ngắn lại. / The reason is more texts than allowed: say it"
                    + " shorter.");

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final DelayTexts texts;
    private final Facts facts;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    SqlSubjectTerms(Sql sql, PersonalDataCipher cipher, DelayTexts texts, Facts facts, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Optional<Reason> involveThirdParties(SubjectRequest request, Because because) {
        int days = THIRD_PARTY_DAYS + (request.extension().isPresent() ? EXTENSION_DAYS : 0);
        LocalDate due = request.opened().plusDays(days);
        return past(request)
                .or(() -> unless(request.thirdParties().isEmpty(), NOTED))
                .or(() -> unfit(request, because.words().strip()))
                .or(() -> moved(request, new Move("third_parties", "complete_by = ?", due), because));
    }

    @Override
    public Optional<Reason> extend(SubjectRequest request, Because because) {
        LocalDate due = request.completeBy().plusDays(EXTENSION_DAYS);
        return past(request)
                .or(() -> unless(request.extension().isEmpty(), EXTENDED))
                .or(() -> unfit(request, because.words().strip()))
                .or(() -> moved(request, new Move("extended", "extended = true, complete_by = ?", due), because));
    }

    private Optional<Reason> past(SubjectRequest request) {
        return unless(request.completed().isEmpty(), SqlSubjectDesk.STATE)
                .or(() -> unless(!request.lateOn(SqlSubjectDesk.today(clock)), OVERDUE));
    }

    private Optional<Reason> unfit(SubjectRequest request, String words) {
        return unless(words.length() >= SHORTEST && words.length() <= LONGEST_REASON, WORDS)
                .or(() -> unless(texts.fits(request.number(), request.phone(), words), PARTS));
    }

    private static Optional<Reason> unless(boolean fits, Reason reason) {
        return fits ? Optional.empty() : Optional.of(reason);
    }

    /** Columns that begin with {@code what} hold when and why. */
    private record Move(String what, String set, LocalDate due) {}

    private Optional<Reason> moved(SubjectRequest request, Move move, Because because) {
        String cause = because.words().strip();
        Place place = new Place(TABLE, move.what() + "_sealed", request.id());
        int rows = sql.update(
                "update citizen_subject_request set " + move.set() + ", " + move.what() + "_on = ?, " + move.what()
                        + "_sealed = ?, handled_by = ? where id = ? and " + move.what()
                        + "_on is null and state = 'OPEN'",
                move.due(),
                SqlSubjectDesk.today(clock),
                cipher.seal(Lane.PERSONAL, place, cause),
                because.by(),
                request.id());
        if (rows == 1) {
            facts.tell(new SubjectRequestDelayed(request.number(), request.phone(), move.due(), cause));
        }
        return SqlSubjectDesk.changed(rows);
    }
}
