package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.citizen.ContactPolicy;
import vn.mscore.hotline.complaint.CaseBonds;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseRow;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.EndCases;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.PendingDeeds;
import vn.mscore.hotline.complaint.SortCases;
import vn.mscore.hotline.complaint.Suggestions.Suggestion;
import vn.mscore.hotline.console.workbench.QuickAccept.Card;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

class OffersTest {
    private static final Viewer HOA = new Viewer(1, "hoa", "Hoa", Role.OPERATOR, Optional.empty(), false);
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");

    private record Case(ComplaintKind kind, boolean urgent, boolean classified, int level, boolean pending) {
        CaseRow row() {
            return new CaseRow(
                    new TicketNumber("26001239"),
                    1,
                    kind,
                    State.DANG_XU_LY,
                    "Giao thông",
                    urgent,
                    classified,
                    CaseFilter.Channel.SMS,
                    Optional.empty(),
                    Optional.of("hoa"),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    level,
                    0,
                    false);
        }

        CaseView view() {
            return view(Optional.empty());
        }

        CaseView view(Optional<Suggestion> suggested) {
            Optional<PendingDeeds.Pending> waits = Optional.of(new PendingDeeds.Pending(
                            CaseCommand.ANSWER, Optional.empty(), Instant.EPOCH, "Hoa", Optional.empty(), true))
                    .filter(one -> pending);
            return new CaseView(
                    row(),
                    "GTDB",
                    DAY,
                    DAY,
                    DAY,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    new CaseView.Earlier(0, 0),
                    List.of(),
                    new CaseBonds.Bonds(List.of(), List.of(), List.of(), List.of()),
                    suggested,
                    waits,
                    EnumSet.allOf(CaseCommand.class));
        }
    }

    private static CaseTime time(boolean late, boolean extendable) {
        return time(late, extendable, true);
    }

    private static CaseTime time(boolean late, boolean extendable, boolean pausable) {
        return (CaseTime) Proxy.newProxyInstance(
                CaseTime.class.getClassLoader(),
                new Class<?>[] {CaseTime.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "explainable" -> late;
                    case "extendable" -> extendable;
                    case "pausable" -> pausable;
                    case "pausedSince" -> Optional.empty();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static EndCases ends(boolean closable, boolean reopenable) {
        return (EndCases) Proxy.newProxyInstance(
                EndCases.class.getClassLoader(),
                new Class<?>[] {EndCases.class},
                (proxy, method, arguments) -> method.getName().equals("closable") ? closable : reopenable);
    }

    private static Set<String> missing(Offers offers, Case one) {
        Set<CaseCommand> offered = offers.of(HOA, one.view());
        return EnumSet.complementOf(EnumSet.copyOf(offered)).stream()
                .map(CaseCommand::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "nothing special, FEEDBACK, 0, ''",
        "nothing late, FEEDBACK, 0, explain",
        "extended or overdue, FEEDBACK, 0, extend",
        "all late, FEEDBACK, 0, pause",
        "a complaint, COMPLAINT, 0, withdraw",
        "urgent, FEEDBACK, 0, withdraw",
        "reopened once, FEEDBACK, 1, ''",
        "reopened twice, FEEDBACK, 2, reopen",
        "merged and not asked, FEEDBACK, 0, reopen",
        "unclassified, UNCLASSIFIED, 0, answer",
        "asked by text, FEEDBACK, 0, close",
    })
    void pageShouldNotOfferWhatWouldBeRefused(String name, ComplaintKind kind, int level, String missing) {
        Set<String> expected = new TreeSet<>(Set.of("undo", "uncluster", "resume", "apologize", "acknowledge"));
        if (!missing.isEmpty()) {
            expected.add(missing);
        }
        Offers offers = new Offers(
                time(!name.equals("nothing late"), !name.equals("extended or overdue"), !name.equals("all late")),
                ends(!name.equals("asked by text"), !missing.equals("reopen")));
        Case one = new Case(kind, name.equals("urgent"), !name.equals("unclassified"), level, false);
        assertThat(missing(offers, one)).as(name).isEqualTo(expected);
    }

    @Test
    void pageShouldOfferOnlyWhatMayBeDoneWhileADecisionWaits() {
        Case waits = new Case(ComplaintKind.FEEDBACK, false, true, 0, true);
        assertThat(new Offers(time(true, true), ends(true, true)).of(HOA, waits.view()))
                .containsExactlyInAnyOrder(
                        CaseCommand.UNDO,
                        CaseCommand.NOTE,
                        CaseCommand.SUMMARIZE,
                        CaseCommand.LINK,
                        CaseCommand.UNLINK);
    }

    @ParameterizedTest(name = "{0}: its text waits for the morning is {1}")
    @CsvSource({
        "ANSWER, true",
        "REFUSE, true",
        "EXTEND, true",
        "INFORM, true",
        "PASS_OUTSIDE, true",
        "WITHDRAW, true",
        "REOPEN, false",
        "ROUTE, true",
        "CLOSE, false"
    })
    void hourOfATextIsSaidOnlyWhereItWaitsForOne(CaseCommand command, boolean waits) {
        Instant morning = Instant.parse("2026-08-04T00:00:00Z");
        ContactPolicy policy = (ContactPolicy) Proxy.newProxyInstance(
                ContactPolicy.class.getClassLoader(),
                new Class<?>[] {ContactPolicy.class},
                (proxy, method, arguments) -> morning);
        PendingDeeds.Pending planned =
                new PendingDeeds.Pending(command, Optional.empty(), Instant.EPOCH, "Hoa", Optional.empty(), true);
        assertThat(new ReplyHours(policy, null, Clock.systemUTC()).later(planned))
                .isEqualTo(Optional.of(morning).filter(hour -> waits));
    }

    @Test
    void whatOneKeyClassifiesAndDoesNotSendShouldSayWhy() {
        Suggestion suggestion = new Suggestion(
                "GTDB",
                1,
                Optional.of(new UnitCode("KS-KT")),
                Optional.empty(),
                Optional.empty(),
                "",
                "-",
                DAY,
                false,
                List.of(),
                List.of());
        CaseView view = new Case(ComplaintKind.FEEDBACK, false, false, 0, false).view(Optional.of(suggestion));
        Grip grip = new Grip(HOA, view.row().ticket(), 1);
        CaseFile file = Mockito.mock(CaseFile.class);
        Mockito.when(file.of(HOA, grip.ticket())).thenReturn(Optional.of(view));
        SortCases sort = Mockito.mock(SortCases.class);
        Mockito.when(sort.classify(grip, ComplaintKind.FEEDBACK, "GTDB")).thenReturn(Decision.done(2));
        Decision refused = Decision.refused("complaint.unit-ended", "không còn / is no more");
        Mockito.when(sort.route(new Grip(HOA, grip.ticket(), 2), new UnitCode("KS-KT")))
                .thenReturn(refused);
        QuickAccept quick = new QuickAccept(file, sort, () -> List.of(), new InTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                return work.get();
            }
        });
        QuickAccept.Accepted accepted = quick.accept(grip, Card.of(ComplaintKind.FEEDBACK, suggestion));
        assertThat(accepted).isEqualTo(new QuickAccept.Accepted(Decision.done(2), refused.refusal()));
    }

    @Test
    void everyFurtherDeedHasALetterOfItsOwnExceptThoseThatAreNeverOfferedTogether() {
        Map<String, List<CaseCommand>> ofLetters = Arrays.stream(CaseCommand.values())
                .collect(Collectors.groupingBy(command -> DeedForm.of(command).letter()));
        assertThat(ofLetters.remove(""))
                .as("with a place of their own on the page")
                .containsExactlyInAnyOrderElementsOf(CaseModels.PLACED);
        assertThat(ofLetters.values().stream().filter(same -> same.size() > 1))
                .containsExactly(List.of(CaseCommand.PAUSE, CaseCommand.RESUME));
    }
}
