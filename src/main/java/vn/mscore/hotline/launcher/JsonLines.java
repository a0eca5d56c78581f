package vn.mscore.hotline.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import vn.mscore.hotline.privacy.Redactor;

/**
 * One JSON object per line, whatever the message holds: line breaks and control characters are escaped, so that no text of
 * a stranger can forge a line (R49, security.md row 17), and phone numbers, codes and tickets are masked at every level.
 */
public final class JsonLines extends Formatter {
    private static final int FIRST_PRINTABLE = 0x20;

    @Override
    public String format(LogRecord line) {
        StringBuilder json = new StringBuilder(256).append('{');
        field(json, "at", line.getInstant().toString());
        field(json.append(','), "level", line.getLevel().getName());
        field(json.append(','), "logger", String.valueOf(line.getLoggerName()));
        field(json.append(','), "thread", Thread.currentThread().getName());
        field(json.append(','), "message", Redactor.mask(String.valueOf(formatMessage(line))));
        if (line.getThrown() != null) {
            StringWriter trace = new StringWriter();
            line.getThrown().printStackTrace(new PrintWriter(trace));
            field(json.append(','), "trace", Redactor.mask(trace.toString()));
        }
        return json.append("}\n").toString();
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        value.codePoints().forEach(c -> escape(json, c));
        json.append('"');
    }

    private static void escape(StringBuilder json, int c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE || unsafe(c)) {
                    json.append(String.format("\\u%04x", c));
                } else {
                    json.appendCodePoint(c);
                }
            }
        }
    }

    /** Separators and direction marks that a viewer might obey, and lone surrogates. */
    private static boolean unsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> c <= 0xFFFF;
            default -> false;
        };
    }
}
