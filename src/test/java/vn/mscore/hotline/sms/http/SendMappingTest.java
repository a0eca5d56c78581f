package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, octet by octet. */
class SendMappingTest {
    private static final String HOSTILE = "A&to=1?x={to}\"},\"y\":%41\r\nX: 1";

    private static SendMapping send(HttpSettings line) {
        return line.mapping().send();
    }

    @Test
    void kannelIsAskedAsItsManualSays() throws IOException {
        HttpSettings line = Lines.of("kannel", Lines.delivered("kannel.mapping"), Map.of());
        Map<Placeholder, String> values = Lines.values(line, "Hồ sơ & phí 50%");
        assertThat(send(line).method()).isEqualTo("GET");
        assertThat(send(line).uri(values).toString())
                .isEqualTo("http://10.0.0.2:13013/cgi-bin/sendsms?username=hotline&password=p%26ss%20w%3Drd&from=8055"
                        + "&to=%2B84912345678&text=H%E1%BB%93%20s%C6%A1%20%26%20ph%C3%AD%2050%25&charset=UTF-8&coding=2"
                        + "&dlr-mask=19&validity=1440&dlr-url=http%3A%2F%2F10.0.0.3%3A8080%2Fsms%2Fdlr%2Fkannel%3Ftoken%3D"
                        + "khoa-bi-mat-0123456789%26id%3Dkannel-42%26to%3D84912345678%26state%3D%25d");
        assertThat(send(line).headers(values)).isEmpty();
        assertThat(send(line).body(values)).isEmpty();
    }

    @Test
    void kannelUnderAnotherNameReportsToThatName() throws IOException {
        HttpSettings line = Lines.of("kannel-2", Lines.delivered("kannel.mapping"), Map.of());
        assertThat(send(line).uri(Lines.values(line, "Ho so")).toString())
                .contains("%2Fsms%2Fdlr%2Fkannel-2%3Ftoken%3D")
                .contains("%26id%3Dkannel-2-42%26");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    Ho so @ 1$ | coding=0&hex-content=486f20736f2000203102
                    Hồ 🌉      | coding=8&hex-content=00481ed30020d83cdf09
                    """)
    void jasminIsAskedAsItsManualSays(String text, String words) throws IOException {
        HttpSettings line = Lines.of("jasmin", Lines.delivered("jasmin.mapping"), Map.of());
        Map<Placeholder, String> values = Lines.values(line, text);
        assertThat(send(line).uri(values).toString()).isEqualTo("http://10.0.0.2:1401/send");
        assertThat(send(line).body(values))
                .isEqualToIgnoringCase("username=hotline&password=p%26ss%20w%3Drd&from=8055&to=84912345678&" + words
                        + "&validity-period=1440&dlr=yes&dlr-level=2&dlr-method=POST&dlr-url="
                        + "http%3A%2F%2F10.0.0.3%3A8080%2Fsms%2Fdlr%2Fjasmin%3Ftoken%3Dkhoa-bi-mat-0123456789");
    }

    @Test
    void aBrandNameAggregatorGetsJsonWithoutDiacritics() throws IOException {
        HttpSettings line = Lines.of(
                "brand", Lines.delivered("brandname.mapping"), Map.of("hotline.sms.http.brand.sender", "UBND QT"));
        Map<Placeholder, String> values = Lines.values(line, "Hồ sơ #12 “đã xong” & chờ trả");
        assertThat(send(line).method()).isEqualTo("POST");
        assertThat(send(line).uri(values).toString()).isEqualTo("https://api.aggregator.example/v1/sms");
        assertThat(send(line).headers(values))
                .containsExactly(
                        Map.entry("Content-Type", "application/json"), Map.entry("Authorization", "Bearer p&ss w=rd"));
        assertThat(send(line).body(values))
                .isEqualTo(
                        "{\"submission\":{\"sms\":[{\"id\":\"brand-42\",\"brandname\":\"UBND QT\",\"to\":\"84912345678\","
                                + "\"text\":\"Ho so  12 \\\"da xong\\\"   cho tra\",\"parts\":1,\"validity\":1440,\"unicode\":false}]}}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    send.query.t = {text} | http://h/s?t=A%26to%3D1%3Fx%3D%7Bto%7D%22%7D%2C%22y%22%3A%2541%0D%0AX%3A%201 |
                    send.form.t = {text}  | http://h/s | t=A%26to%3D1%3Fx%3D%7Bto%7D%22%7D%2C%22y%22%3A%2541%0D%0AX%3A%201
                    send.json/t = {text}  | http://h/s | {"t":"A&to=1?x={to}\\"},\\"y\\":%41\\r\\nX: 1"}
                    """)
    void wordsOfACitizenStayInTheirPlace(String field, String address, String body) {
        HttpSettings line = Lines.of("send.url = http://h/s\n" + field);
        Map<Placeholder, String> values = Lines.values(line, HOSTILE);
        assertThat(send(line).uri(values).toString()).isEqualTo(address);
        assertThat(send(line).body(values)).isEqualTo(body == null ? "" : body);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {to} {to-plus} {to-local}     | 84912345678 +84912345678 0912345678
                    {id} {client-id}              | 42 agg-42
                    {from} {parts} {unicode}      | 8055 1 false
                    {validity}                    | 1440
                    {password}                    | p&ss w=rd
                    http://x/?t={password}&i={id} | http://x/?t=p%26ss%20w%3Drd&i=42
                    50% off                       | 50% off
                    """)
    void placeholdersAreFilled(String template, String filled) {
        HttpSettings line = Lines.of("send.url = http://h/s\nsend.query.x = " + template);
        assertThat(send(line).query().get("x").fill(Lines.values(line, "x"))).isEqualTo(filled);
    }

    @Test
    void anAddressHoldsValuesPercentEncoded() {
        HttpSettings line = Lines.of("send.url = https://h:8443/send/{to-plus}/{from}?k={password}\nsend.query.a = b");
        assertThat(send(line).uri(Lines.values(line, "x")).toString())
                .isEqualTo("https://h:8443/send/%2B84912345678/8055?k=p%26ss%20w%3Drd&a=b");
    }

    @Test
    void basicAuthenticationIsMadeOfUserAndPassword() {
        HttpSettings line = Lines.of("send.url = http://h/s\nsend.user = tinh\nsend.form.t = {text}");
        assertThat(send(line).headers(Lines.values(line, "x")))
                .containsEntry("Authorization", "Basic dGluaDpwJnNzIHc9cmQ=")
                .containsEntry("Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void typesOfJsonAreKept() {
        HttpSettings line = Lines.of("""
                send.url = http://h/s
                send.json/a/0/x = {to}
                send.json/a/1/x = 5
                send.json/b~1c = {id}
                send.number/n = {id}
                send.flag/f = true
                """);
        assertThat(send(line).body(Lines.values(line, "x")))
                .isEqualTo("{\"a\":[{\"x\":\"84912345678\"},{\"x\":\"5\"}],\"b/c\":\"42\",\"n\":42,\"f\":true}");
    }

    @Test
    void whatIsNoNumberInANumbersPlaceIsNotSent() {
        HttpSettings line = Lines.of("send.url = http://h/s\nsend.number/n = {unicode}");
        assertThatThrownBy(() -> send(line).body(Lines.values(line, "x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
