package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linter of the exchange: clean for what we ship, as template and as rendered, and awake to each violation. */
class ExchangeRulesTest {
    private static final Path TEMPLATES = Path.of("ivr-scripts/dialplan");

    @TempDir
    private Path folder;

    private static Map<String, String> templates() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private Map<String, String> rendered(Map<String, String> changes) throws StartRefused {
        Map<String, String> values = new HashMap<>();
        KnownSettings.load().rows().stream()
                .filter(row -> !row.chosenName())
                .forEach(row -> values.put(row.key(), row.fallback()));
        values.put("hotline.var", folder.resolve("var").toString());
        values.put("hotline.voice.devices", "truc-1,truc-2");
        values.put("hotline.voice.trunk.host", "sip.example.vn");
        values.put("hotline.voice.trunk.user", "842331808");
        values.put("hotline.voice.trunk.password", "a-password-of-the-operator");
        values.putAll(changes);
        return ExchangeTemplates.render(ExchangeValues.of(new GatewaySettings(values), folder));
    }

    @Test
    void theTemplatesAreClean() throws IOException {
        assertThat(new ExchangeRules(templates()).findings()).isEmpty();
    }

    @Test
    void whatIsRenderedWithTheDefaultsIsClean() throws StartRefused {
        assertThat(new ExchangeRules(rendered(Map.of())).findings()).isEmpty();
    }

    @Test
    void renderingLeavesNoPlaceAndPutsTheAccountTogether() throws StartRefused {
        Map<String, String> files = rendered(Map.of("hotline.voice.trunk.dtmf", "auto_info"));
        assertThat(files.values()).noneMatch(text -> text.matches("(?s).*@[a-z.]+@.*"));
        assertThat(files.get("pjsip-trunk.conf"))
                .contains("client_uri = sip:842331808@sip.example.vn\n", "\ndtmf_mode = auto_info\n");
        assertThat(files.get("pjsip-devices.conf")).contains("[truc-1]", "[truc-2]");
    }

    @Test
    void withoutTrunkNobodyOutsideCanCall() throws StartRefused {
        assertThat(rendered(Map.of("hotline.voice.trunk.host", "")).get("pjsip-trunk.conf"))
                .doesNotContain("type = endpoint", "type = identify");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a line break in the password | hotline.voice.trunk.password | "x\\n[evil]"
            a comment in the password    | hotline.voice.trunk.password | x;y
            a section in the host        | hotline.voice.trunk.match    | [x]
            """)
    void valuesThatWouldWriteConfigurationAreRefused(String name, String key, String value) {
        Map<String, String> change = Map.of(key, value.replace("\\n", "\n").replace("\"", ""));
        assertThrows(IllegalArgumentException.class, () -> rendered(change));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            # rule that must wake                          | file             | text that is there            | text put in its place
            application not on the list                    | extensions.conf  | Ringing()                     | System(id)
            application not on the list                    | extensions.conf  | Ringing()                     | TrySystem(id)
            application not on the list                    | extensions.conf  | Ringing()                     | Originate(PJSIP/9@trunk,app,Hangup)
            application not on the list                    | extensions.conf  | Ringing()                     | DISA(no-password,trunk)
            application not on the list                    | extensions.conf  | Ringing()                     | Transfer(9)
            function not on the list                       | extensions.conf  | Ringing()                     | Set(X=${SHELL(id)})
            function not on the list                       | extensions.conf  | Ringing()                     | Set(FILE(/etc/passwd)=x)
            function not on the list                       | extensions.conf  | Ringing()                     | Set(X=${EVAL(${Y})})
            file but that of the fallback                  | extensions.conf  | Ringing()                     | Set(FILE(${HOTLINE_KEPT})=)
            file but that of the fallback                  | extensions.conf  | Set(FILE(${HOTLINE_KEPT})=)   | Set(FILE(${HOTLINE_KEPT})=${HOTLINE_CALLER})
            file but that of the fallback                  | extensions.conf  | Record(${HOTLINE_KEPT},       | Record(/etc/${UNIQUEID},
            file but that of the fallback                  | extensions.conf  | Set(HOTLINE_KEPT=)            | Set(HOTLINE_KEPT=/etc/${HOTLINE_NUMBER})
            Dial but the one of the bridge                 | extensions.conf  | Ringing()                     | Dial(PJSIP/${HOTLINE_NUMBER}@trunk,45)
            Dial but the one of the bridge                 | extensions.conf  | Dial(PJSIP/${HOTLINE_NUMBER}@trunk,45) | Dial(${EXTEN})
            bridge within a caller's reach                 | extensions.conf  | Goto(entry,s,1)               | Goto(bridge,s,1)
            bridge within a caller's reach                 | extensions.conf  | Goto(callback,s,1)            | Goto(outbound,main,1)
            extension that is a pattern or special         | extensions.conf  | exten = hotline,1             | exten = _X.,1
            extension that is a pattern or special         | extensions.conf  | exten = hotline,1             | exten = _!,1
            extension that is a pattern or special         | extensions.conf  | exten = hotline,1             | exten = _0X,1
            extension that is a pattern or special         | extensions.conf  | exten = 5,1                   | exten = h,1
            include or switch                              | extensions.conf  | exten = hotline,1             | include => outbound
            caller's value unfiltered                      | extensions.conf  | CallId: ${UNIQUEID},Caller: ${HOTLINE_CALLER} | Caller: ${CALLERID(name)}
            caller's value unfiltered                      | extensions.conf  | ${FILTER(+,${CALLERID(num):0:1})} | ${CALLERID(num)}
            caller's value unfiltered                      | extensions.conf  | Ringing()                     | Playback(${EXTEN})
            AGI to a stranger or without secret            | extensions.conf  | @agi@/main,@agi.secret@       | agi://192.0.2.1/main,@agi.secret@
            AGI to a stranger or without secret            | extensions.conf  | @agi@/main,@agi.secret@       | @agi@/main
            AGI to a stranger or without secret            | extensions.conf  | @agi@/main,@agi.secret@       | @agi@/${CALLERID(num)},@agi.secret@
            AGISTATUS or unwatched gateway                 | extensions.conf  | "${HOTLINE_VERDICT}" = "hang-up" | "${AGISTATUS}" = "SUCCESS"
            AGISTATUS or unwatched gateway                 | extensions.conf  | Gosub(alive,s,1)              | Answer()
            AGISTATUS or unwatched gateway                 | extensions.conf  | Set(HOTLINE_VERDICT=)         | Answer()
            AGISTATUS or unwatched gateway                 | extensions.conf  | Goto(verdict,s,1)             | Hangup()
            AGISTATUS or unwatched gateway                 | extensions.conf  | exten = survey,1,Gosub(order,s,1) | exten = survey,1,AGI(@agi@/survey,@agi.secret@)
            call that takes no line, or keeps one          | extensions.conf  | Set(GROUP(hotline)=calls)     | Answer()
            call that takes no line, or keeps one          | extensions.conf  | Set(GROUP(hotline)=)          | Answer()
            queue left without the place in it             | extensions.conf  | n,Set(HOTLINE_PLACE=${FILTER(0-9,${QUEUEPOSITION})}) | n,Answer()
            queue left without the place in it             | extensions.conf  | 5,1,Set(HOTLINE_PLACE=${FILTER(0-9,${QUEUEPOSITION})}) | 5,1,Answer()
            sound that is not packed                       | extensions.conf  | Playback(@sounds@/bip)        | Playback(beep)
            Record that loses what was said                | extensions.conf  | ,180,kq)                      | ,180,q)
            Record that loses what was said                | extensions.conf  | Set(CHANNEL(hangup_handler_push)=recorded,s,1) | Answer()
            Record that loses what was said                | extensions.conf  | "${RECORD_STATUS}" = "ERROR"  | 0 = 1
            queue that shows operators the number          | extensions.conf  | Set(CALLERID(num-pres)=prohib) | Answer()
            queue that shows operators the number          | extensions.conf  | Set(CALLERID(name-pres)=prohib) | Answer()
            queue that hands out transfers or recordings   | extensions.conf  | Queue(operators,,             | Queue(operators,tx,
            manager beyond loopback                        | manager.conf     | @ami.address@                 | 0.0.0.0
            manager over the web                           | manager.conf     | webenabled = no               | webenabled = yes
            manager account without ACL                    | manager.conf     | deny = 0.0.0.0/0.0.0.0        | deny = 10.0.0.0/255.0.0.0
            manager account without ACL                    | manager.conf     | permit = 127.0.0.1/255.255.255.255 | permit = 0.0.0.0/0.0.0.0
            manager account with too many rights           | manager.conf     | write = agent,reporting       | write = all
            manager account with too many rights           | manager.conf     | write = agent,reporting       | write = agent,originate
            manager account with too many rights           | manager.conf     | write = agent,reporting       | write = command
            manager account with too many rights           | manager.conf     | write = originate             | write = originate,system
            manager account with too many rights           | manager.conf     | read = system,call,agent,user | read = all
            manager account with a short secret            | manager.conf     | @ami.secret@                  | hotline
            anonymous caller                               | pjsip.conf       | [udp]                         | [anonymous]
            anonymous caller                               | pjsip.conf       | username,ip                   | ip,username,anonymous
            trunk known by a name                          | pjsip-trunk.conf | identify_by = ip              | identify_by = username
            endpoint of another context                    | pjsip-trunk.conf | context = trunk               | context = bridge
            endpoint that may transfer or subscribe        | pjsip-trunk.conf | allow_transfer = no           | allow_transfer = yes
            line kept when the sound is gone               | pjsip-trunk.conf | rtp_timeout = 30              | rtp_timeout = 0
            line kept when the sound is gone               | pjsip-trunk.conf | rtp_timeout_hold = 300        | rtp_timeout_hold = 0
            line kept when the sound is gone               | pjsip-device.conf | rtp_timeout = 30             | rtp_ipv6 = no
            telephone with a number for a name             | pjsip-device.conf | [@device@]                   | [101]
            telephone without a password                   | pjsip-device.conf | auth = @device@              | aors = @device@
            telephone with a short password                | pjsip-device.conf | @device.secret@              | 1234
            no ACL before SIP                              | pjsip.conf       | type = acl                    | type = global
            no ACL before SIP                              | pjsip.conf       | permit = @sip.permit@         | permit = 0.0.0.0/0
            strangers are not counted                      | pjsip.conf       | unidentified_request_count    | unidentified_count
            SIP on every address by default                | pjsip.conf       | @sip.address@                 | 0.0.0.0
            modules loaded unasked                         | modules.conf     | autoload = no                 | autoload = yes
            module that must stay out                      | modules.conf     | load = app_exec.so            | load = app_system.so
            module not locked out                          | modules.conf     | noload = res_stir_shaken.so   | noload = nothing.so
            live_dangerously                               | asterisk.conf    | live_dangerously = no         | live_dangerously = yes
            remote console runs a shell                    | asterisk.conf    | disable_remote_console_shell = yes | nocolor = yes
            calls without a limit                          | asterisk.conf    | maxcalls = @calls.most@       | maxload = 3
            Asterisk as root                               | asterisk.conf    | nocolor = yes                 | runuser = root
            sound from strangers                           | rtp.conf         | @rtp.strict@                  | no
            numbers kept in logs                           | logger.conf      | messages = error              | messages = verbose
            numbers kept in logs                           | logger.conf      | queue_log = no                | queue_log = yes
            numbers kept in logs                           | cdr.conf         | enable = no                   | enable = yes
            """)
    void eachViolationIsFound(String rule, String file, String there, String instead) throws IOException {
        Map<String, String> texts = templates();
        String before = texts.get(file);
        assertThat(before)
                .as("the row is about a text that is not there any more")
                .contains(there);
        texts.put(file, before.replace(there, instead));
        assertThat(new ExchangeRules(texts).findings()).anyMatch(finding -> finding.startsWith(rule + ":"));
    }

    @Test
    void theWebServersFilesAreRefused() throws IOException {
        Map<String, String> texts = templates();
        texts.put("ari.conf", "[general]\nenabled = yes\n");
        assertThat(new ExchangeRules(texts).findings()).anyMatch(finding -> finding.startsWith("web server on:"));
    }

    @Test
    void whoStartsItAsRootGivesRootUpAndItsPowersInEveryCase() throws IOException {
        String start = Files.readString(Path.of("ivr-scripts/asterisk/start"));
        assertThat(start).contains("drop=(setpriv \"--reuid=$nameless\"");
        assertThat(start.lines().map(String::strip).filter(line -> line.startsWith("drop=")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("drop=(setpriv ")
                        .contains("--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"));
        assertThat(start).contains("Asterisk runs as root without capabilities\" >&2", "exec \"${drop[@]}\" $program");
    }

    @Test
    void anAsteriskWithAKnownHoleIsNotFetched() throws IOException {
        assertThat(Files.readString(Path.of("ivr-scripts/asterisk/get")))
                .contains("floor=22.10.1\n", "dpkg --compare-versions", "new_enough \"$version\" ||");
    }
}
