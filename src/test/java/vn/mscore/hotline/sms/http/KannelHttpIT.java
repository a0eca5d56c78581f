package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/**
 * The line against Debian's Kannel, set up by what {@code kannel.mapping} says of {@code kannel.conf}, with Kannel's own
 * {@code fakesmsc} behind it.
 */
@Timeout(600)
class KannelHttpIT {
    private static final String CENTRE = "/usr/lib/kannel/test/fakesmsc";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern EXCERPT = Pattern.compile("#   (group = sendsms-user\n(?:#   .*\n)+)");
    private static final Pattern UNICODE =
            Pattern.compile("Got message \\d+: <\\S+ (\\S+) (?:udh \\S+ data|ucs-2) (\\S+)>");

    private final Path folder = Gateway.freshFolder("kannel-http");
    private final List<Process> programs = new ArrayList<>();
    private String mapping;
    private int door;

    @BeforeEach
    void start() throws Exception {
        AptTool.require(List.of("/usr/sbin/bearerbox", "/usr/sbin/smsbox", CENTRE), List.of("kannel", "kannel-extras"));
        mapping = Lines.delivered("kannel.mapping");
        door = Exchange.freePort();
        int centre = Exchange.freePort();
        int boxes = Exchange.freePort();
        Path conf = Files.writeString(
                folder.resolve("kannel.conf"), """
                group = core
                admin-port = %d
                admin-password = nobody
                admin-interface = 127.0.0.1
                smsbox-port = %d
                smsbox-interface = 127.0.0.1
                box-allow-ip = "127.0.0.1"

                group = smsc
                smsc = fake
                port = %d
                connect-allow-ip = 127.0.0.1

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d
                sendsms-interface = 127.0.0.1

                %s
                """.formatted(Exchange.freePort(), boxes, centre, door, user()));
        run("bearerbox", "/usr/sbin/bearerbox", conf.toString());
        await(centre);
        run("centre", CENTRE, "-H", "127.0.0.1", "-r", Integer.toString(centre), "-m", "0", "1 2 text nop");
        await(boxes);
        run("smsbox", "/usr/sbin/smsbox", conf.toString());
        await(door);
    }

    /** The group as the mapping file writes it, without what it says behind the values. */
    private String user() {
        Matcher found = EXCERPT.matcher(mapping);
        assertThat(found.find()).as("the mapping file shows Kannel's user").isTrue();
        return found.group(1)
                .lines()
                .map(line -> line.replaceFirst("^#\\s+", "").replaceFirst("\\s{2,}.*", ""))
                .map(line -> line.replace("= ...", "= \"" + Lines.PASSWORD + "\""))
                .collect(Collectors.joining("\n"));
    }

    private void run(String name, String... command) throws IOException {
        programs.add(new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".txt").toFile())
                .start());
    }

    private static void await(int port) throws InterruptedException {
        assertThat(Gateway.await(LIMIT, () -> isOpen(port))).as("port %d", port).isTrue();
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        Collections.reverse(programs);
        for (Process program : programs) {
            program.destroy();
            if (!program.waitFor(10, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    private List<String> parts() {
        try {
            return Files.readString(folder.resolve("centre.txt"), StandardCharsets.ISO_8859_1)
                    .lines()
                    .flatMap(line -> UNICODE.matcher(line).results())
                    .map(found -> found.group(1) + " " + unicode(found.group(2)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The centre writes octets as a form would. */
    private static String unicode(String octets) {
        byte[] bytes = URLDecoder.decode(octets, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.UTF_16BE);
    }

    @Test
    void kannelSendsEveryPartOfALongTextWithDiacritics() throws Exception {
        String text = "Hồ sơ của ông bà đã được tiếp nhận, đang chờ Phòng Kinh tế thẩm định. ".repeat(3);
        String sent = mapping.replace("10.0.0.2:13013", "127.0.0.1:" + door);
        HttpLine line = new HttpLine(Lines.of("kannel", sent, Map.of()), Executors.defaultThreadFactory());
        SendOutcome outcome = line.send(new Submission(42, new PhoneNumber("+84912345678"), text.strip()));
        assertThat(outcome.result()).as(outcome.reason()).isEqualTo(Result.SENT);
        assertThat(outcome.charged()).isGreaterThan(2);
        assertThat(Gateway.await(LIMIT, () -> parts().size() == outcome.charged()))
                .as("%d parts, of which the centre got %s", outcome.charged(), parts())
                .isTrue();
        String whole = parts().stream()
                .map(part -> part.split(" ", 2))
                .peek(part -> assertThat(part[0]).isEqualTo("+84912345678"))
                .map(part -> part[1])
                .collect(Collectors.joining());
        assertThat(whole).isEqualTo(text.strip());
    }
}
