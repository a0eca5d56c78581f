package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.SubmitSm;
import vn.mscore.hotline.sms.http.Aggregator;
import vn.mscore.hotline.sms.smpp.Centre;

/** A packaged gateway with a modem, a centre and an aggregator at a time, and what lies behind each. */
final class ThreeLines implements AutoCloseable {
    private static final Duration BIND = Duration.ofSeconds(60);
    private static final String SECRET = "0123456789abcdef";
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int HEADED = 0x40;
    private static final int NAME = 5;
    private static final String MAPPING = """
            send.url = %s
            send.query.to = {to}
            send.query.text = {text}
            in.from = form:from
            in.text = form:text
            in.id = form:id
            in.time = form:time
            in.time.format = yyyy-MM-dd HH:mm:ss
            in.charset = form:charset
            in.udh = form:udh
            in.machine = form:machine
            check.token = header:X-Token
            check.addresses = 127.0.0.1
            """;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, OffsetDateTime> sent = new ConcurrentHashMap<>();
    private final Air air;
    private final Centre centre = new Centre();
    private final Aggregator aggregator = new Aggregator();
    private final Gateway gateway;

    ThreeLines(Path home, TestDatabase.Schema schema) throws IOException {
        air = new Air(home.resolve("modem.jsonl"));
        Path mapping = Files.writeString(home.resolve("agg.mapping"), MAPPING.formatted(aggregator.address("/send")));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.sms.modems", "first=" + air.address())
                .set("hotline.sms.modem.first.number", Air.OFFICE)
                .set("hotline.sms.modem.first.pace", "200/s")
                .set("hotline.sms.modem.first.dailycap", "100000")
                .set("hotline.sms.smpp", "op=" + centre.address("?window=8"))
                .set("hotline.sms.smpp.op.password", "geheim")
                .set("hotline.sms.smpp.op.pace", "200/s")
                .set("hotline.sms.http", "agg=" + mapping)
                .set("hotline.sms.http.agg.secret", SECRET)
                .set("hotline.sms.http.agg.pace", "200/s")
                .set("hotline.multipart.timeout", "20")
                .set("hotline.reply.prefix.day", "100000")
                .set("hotline.lookup.global.min", "10000");
    }

    void start() throws IOException, InterruptedException {
        gateway.start();
        assertThat(Gateway.await(BIND, centre::bound)).as("bound").isTrue();
    }

    Gateway gateway() {
        return gateway;
    }

    /** One message of somebody. */
    record Delivery(Line line, String from, TextCase row) {}

    /** Hands a piece to a line, which has stored it when this returns unless it is the modem; {@code id} names it. */
    void deliver(Delivery to, Piece piece, int id) throws Exception {
        switch (to.line()) {
            case MODEM -> air.raw(piece.deliver(to.from(), stamp(to.row(), id)));
            case SMPP -> {
                int status = bySmpp(to.from(), piece);
                assertThat(status != 0).as("%s: status %d", to, status).isEqualTo(refused(to));
            }
            case HTTP -> {
                int status = byHttp(to, piece, id);
                assertThat(status).as("%s", to).isEqualTo(refused(to) ? 400 : 200);
            }
        }
    }

    private static boolean refused(Delivery to) {
        return to.row().kept() == TextCase.Kept.QUAR;
    }

    /** A name for the next delivery. */
    int next() {
        return ids.incrementAndGet();
    }

    /** As {@link #next}, of a delivery that is stamped later than all before it. */
    int later() {
        return 50 * (100_000 + next());
    }

    /** The connection ends before the centre can show that it heard our answers; returns when it is bound again. */
    void cutCentre() throws InterruptedException {
        centre.cut();
        assertThat(Gateway.await(BIND, centre::bound)).as("bound again").isTrue();
    }

    private byte[] stamp(TextCase row, int id) {
        return row.value("scts").map(HexFormat.of()::parseHex).orElseGet(() -> Piece.stamp(sent(id)));
    }

    /** What comes again has the stamp that it had. */
    private OffsetDateTime sent(int id) {
        return sent.computeIfAbsent(
                id, i -> OffsetDateTime.ofInstant(Clock.systemUTC().instant(), VIETNAM)
                        .minusSeconds(60 + i % 50));
    }

    private int bySmpp(String from, Piece piece) throws Exception {
        boolean international = from.startsWith("+");
        boolean digits = from.matches("[0-9]*");
        String source = international ? from.substring(1) : from;
        int type = international ? 1 : digits ? 0 : NAME;
        Centre.Header header = new Centre.Header(type, source, piece.header().length > 0 ? HEADED : 0, piece.coding());
        return centre.deliver(header, piece.protocol(), piece.octets());
    }

    private int byHttp(Delivery to, Piece piece, int id) throws IOException, InterruptedException {
        List<String> fields =
                new ArrayList<>(List.of("id=m" + id, "from=" + percent(to.from().getBytes(StandardCharsets.UTF_8))));
        boolean octets = piece.coding() == Piece.WIDE
                && (piece.header().length > 0 || to.row().value("raw").isPresent());
        fields.add("text=" + percent(octets ? piece.characters() : piece.text().getBytes(StandardCharsets.UTF_8)));
        fields.add("charset=" + (octets ? "UTF-16BE" : "UTF-8"));
        fields.add("udh=" + HexFormat.of().formatHex(piece.header()));
        fields.add("time="
                + URLEncoder.encode(
                        to.row()
                                .value("time")
                                .orElse(sent(id).toString().replace('T', ' ').substring(0, 19)),
                        StandardCharsets.UTF_8));
        if (to.row().kept() == TextCase.Kept.MACHINE) {
            fields.add("machine=1");
        }
        return gateway.send(gateway.request("/sms/in/agg")
                        .header("X-Token", SECRET)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))))
                .statusCode();
    }

    private static String percent(byte[] octets) {
        return octets.length == 0
                ? ""
                : HexFormat.ofDelimiter("%").withUpperCase().formatHex(octets).replaceFirst("^", "%");
    }

    /** What somebody was sent by a line, in the order it came. */
    List<String> answers(Line line, String phone) throws InterruptedException {
        String digits = phone.replace("+", "");
        return switch (line) {
            case MODEM -> air.received(phone, 0, Duration.ZERO);
            case SMPP ->
                centre.submitted.stream()
                        .filter(sms -> sms.getDestAddress().equals(digits))
                        .map(ThreeLines::text)
                        .toList();
            case HTTP ->
                aggregator.asked.stream()
                        .map(Aggregator.Asked::uri)
                        .filter(uri -> uri.startsWith("/send?to=" + digits + "&text="))
                        .map(uri -> URLDecoder.decode(uri.replaceFirst(".*&text=", ""), StandardCharsets.UTF_8))
                        .toList();
        };
    }

    private static String text(SubmitSm sms) {
        return Piece.submitted(sms.getShortMessage(), sms.isUdhi(), sms.getDataCoding());
    }

    @Override
    public void close() throws Exception {
        gateway.close();
        centre.close();
        aggregator.close();
        air.close();
    }
}
