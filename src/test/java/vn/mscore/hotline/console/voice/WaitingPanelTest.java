package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.DrawnPages;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;

/** What an operator sees of the line of waiting callers. */
class WaitingPanelTest {
    private static final Viewer MINH = new Viewer(1, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);
    private static final Instant NINE = Instant.parse("2026-08-20T02:00:00Z");
    private static final Optional<PhoneNumber> LAN = PhoneNumber.parse("0912345678");

    private final List<WaitingCaller> callers = new ArrayList<>();
    private final List<OperatorPresence.Seat> seats = new ArrayList<>();

    private final WaitingLine line = new WaitingLine() {
        @Override
        public List<WaitingCaller> now() {
            return callers;
        }

        @Override
        public Optional<WaitingCaller> with(String device) {
            return callers.stream()
                    .filter(one -> one.device().equals(Optional.of(device)))
                    .findFirst();
        }

        @Override
        public Length length() {
            return new Length(callers.size(), Optional.empty());
        }
    };

    private final OperatorPresence presence = new OperatorPresence() {
        @Override
        public Optional<Reason> set(String login, String device, boolean present) {
            return Optional.empty();
        }

        @Override
        public List<Seat> now() {
            return seats;
        }

        @Override
        public Optional<String> deviceOf(String login) {
            return seats.stream()
                    .filter(seat -> seat.login().equals(login))
                    .map(Seat::device)
                    .findFirst();
        }

        @Override
        public List<String> devices() {
            return List.of("may1", "may2");
        }
    };

    private static final InTransaction NONE = new InTransaction() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    };

    private String panel() {
        Pages pages = DrawnPages.withoutMenu();
        Asked asked = Asked.by(MINH, Language.VI);
        WaitingPage page = new WaitingPage(line, presence, (actor, deed, subject, reason) -> {}, pages, asked, NONE);
        return pages.render("waiting", page.model(Optional.empty()), asked);
    }

    @Test
    void whoWaitsIsShownMaskedInOrderWithTheMatterAndTheTime() {
        callers.add(new WaitingCaller("c1", LAN, "menu", NINE, 1, Optional.empty()));
        callers.add(new WaitingCaller("c2", Optional.empty(), "dossier", NINE, 2, Optional.empty()));
        assertThat(panel())
                .containsSubsequence("09•• ••• 678", "gặp cán bộ", "số ẩn", "hỏi hồ sơ")
                .contains("data-since=\"2026-08-20T02:00:00Z\"")
                .doesNotContain("0912345678", "912345678");
    }

    @Test
    void anOperatorTakesCallsAtATelephoneNobodySitsAt() {
        seats.add(new OperatorPresence.Seat("hoa", "may1", NINE));
        assertThat(panel()).contains("Tôi đang trực", "<option>may2</option>").doesNotContain("<option>may1</option>");
    }

    @Test
    void theCallerOnTheOwnTelephonePopsUp() {
        seats.add(new OperatorPresence.Seat("minh", "may1", NINE));
        callers.add(new WaitingCaller("c1", LAN, "menu", NINE, 0, Optional.of("may1")));
        assertThat(panel()).contains("Đang nói với bạn", "/console/callers/c1", "Nghỉ trực");
    }

    @Test
    void aCallerOnAnotherTelephoneIsNotShown() {
        seats.add(new OperatorPresence.Seat("minh", "may1", NINE));
        callers.add(new WaitingCaller("c1", LAN, "menu", NINE, 0, Optional.of("may2")));
        assertThat(panel()).doesNotContain("c1", "678");
    }

    @Test
    void everyMatterOfTheTelephonesTreeHasWords() throws IOException {
        Words words = new Words();
        Set<String> topics = Pattern.compile("(?m)^    [A-Z_]+\\(\"([a-z-]+)\", (?:true|false)\\)")
                .matcher(Files.readString(Path.of("src/main/java/vn/mscore/hotline/desk/ivr/Place.java")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(topics).contains("menu", "dossier", "petition").allSatisfy(topic -> {
            assertThat(words.has(Language.VI, "waiting.topic." + topic)).isTrue();
            assertThat(words.has(Language.EN, "waiting.topic." + topic)).isTrue();
        });
    }
}
