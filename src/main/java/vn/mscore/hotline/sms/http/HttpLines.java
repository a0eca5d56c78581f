package vn.mscore.hotline.sms.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/** The lines of {@code hotline.sms.http}. */
@Singleton
public class HttpLines extends LinesOfOneKind {
    private static final int NOT_FOUND = 404;

    private final Map<String, HttpLine> lines;

    /** Reads the settings and their files; wrong ones refuse the start. */
    @Inject
    public HttpLines(Settings settings, SmsLines known, Intake intake, ThreadFactory threads, Clock clock) {
        this(
                HttpSettings.read(settings).stream()
                        .map(line -> new HttpLine(line, threads, clock))
                        .toList(),
                known,
                intake);
    }

    private HttpLines(List<HttpLine> lines, SmsLines known, Intake intake) {
        super(lines, known, intake);
        this.lines = lines.stream().collect(Collectors.toMap(HttpLine::name, Function.identity()));
    }

    /** Answers a call to {@code /sms/WORD/NAME}. */
    Reply called(String word, String name, WebRequest request) {
        HttpLine line = lines.get(name);
        return line == null ? Reply.refusal(NOT_FOUND, "path") : line.called(word, request);
    }
}
