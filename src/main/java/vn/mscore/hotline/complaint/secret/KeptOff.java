package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Accounts;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Interests;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.complaint.triage.OwnName;
import vn.mscore.hotline.privacy.SpokenNumbers;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Which custodian a case concerns himself (security R12): it is about an office he declared a relation with, or one below
 * it; it came from a number of his or names one; or his whole name stands in the words of the citizen.
 */
@Singleton
class KeptOff {
    private static final int OPENERS = 2;

    private final SqlSealedCases cases;
    private final SqlSealedWords words;
    private final SqlOwnNumbers numbers;
    private final Interests interests;
    private final Accused accused;
    private final Complaints complaints;
    private final Accounts accounts;
    private final SqlLooks looks;

    @Inject
    KeptOff(
            SqlSealedCases cases,
            SqlSealedWords words,
            SqlOwnNumbers numbers,
            Interests interests,
            Accused accused,
            Complaints complaints,
            Accounts accounts,
            SqlLooks looks) {
        this.cases = cases;
        this.words = words;
        this.numbers = numbers;
        this.interests = interests;
        this.accused = accused;
        this.complaints = complaints;
        this.accounts = accounts;
        this.looks = looks;
    }

    boolean keeps(Viewer custodian, SealedCase held) {
        return interests.against(custodian, offices(held)).isPresent() || isNamed(custodian, held);
    }

    private boolean isNamed(Viewer custodian, SealedCase held) {
        List<String> said =
                words.of(held).stream().filter(Said::byCitizen).map(Said::text).toList();
        return numbers.isOneOf(custodian, numbers(held, said))
                || said.stream().anyMatch(text -> OwnName.isIn(text, custodian.name()));
    }

    private List<UnitCode> offices(SealedCase held) {
        return Stream.concat(held.accused().stream(), accused.byDossier(held).stream())
                .toList();
    }

    private Stream<PhoneNumber> numbers(SealedCase held, List<String> said) {
        Optional<PhoneNumber> sender = complaints.find(cases.ticket(held)).flatMap(Complaint::phone);
        return Stream.concat(
                sender.stream(),
                said.stream()
                        .flatMap(text -> SpokenNumbers.whole(text).stream())
                        .flatMap(number -> PhoneNumber.parse(number).stream()));
    }

    /** Why this custodian leaves it to others, if he must; his try is written down. */
    Optional<Reason> refusal(Viewer custodian, SealedCase held) {
        if (!keeps(custodian, held)) {
            return Optional.empty();
        }
        looks.note(custodian, held, "kept-off", "");
        return Optional.of(reason(held));
    }

    /** Whether {@code account} still may ask for something: else the one who agrees would decide alone. */
    boolean mayStillAsk(long account, SealedCase held) {
        return accounts.active(Role.CUSTODIAN).stream().anyMatch(one -> one.account() == account && !keeps(one, held));
    }

    /** Tells whom to leave it to, and not why. */
    private Reason reason(SealedCase held) {
        List<String> others = accounts.active(Role.CUSTODIAN).stream()
                .filter(one -> !keeps(one, held))
                .map(Viewer::name)
                .sorted()
                .toList();
        return Refusals.leaveTo(others, others.size() >= OPENERS);
    }
}
