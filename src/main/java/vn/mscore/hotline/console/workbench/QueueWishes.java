package vn.mscore.hotline.console.workbench;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Channel;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.shared.UnitCode;

/**
 * What the address of the queue asks for; words to find come in a form and never stand in an address. Values of no meaning
 * are refused, never guessed.
 *
 * @param filter the tab and the filters
 * @param cursor where to begin
 */
public record QueueWishes(CaseFilter filter, CaseCursor cursor) {
    private static final int LONGEST = 200;

    /** Reads the query of an address; throws {@link IllegalArgumentException} for what means nothing. */
    static QueueWishes of(MultivaluedMap<String, String> query) {
        CaseFilter filter = new CaseFilter(
                constant(query, "group", Group.class).orElse(Group.OPEN),
                constant(query, "kind", ComplaintKind.class),
                value(query, "unit").map(QueueWishes::unit),
                constant(query, "channel", Channel.class),
                value(query, "text").orElse(""));
        CaseCursor cursor = value(query, "after")
                .map(text -> CaseCursor.parse(text).orElseThrow(QueueWishes::meaningless))
                .orElse(CaseCursor.START);
        return new QueueWishes(filter, cursor);
    }

    private static IllegalArgumentException meaningless() {
        return new IllegalArgumentException("the address of the queue means nothing");
    }

    private static Optional<String> value(MultivaluedMap<String, String> query, String name) {
        String value = query.getFirst(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > LONGEST) {
            throw meaningless();
        }
        return Optional.of(value.strip());
    }

    private static UnitCode unit(String code) {
        if (!UnitCode.isValid(code)) {
            throw meaningless();
        }
        return new UnitCode(code);
    }

    private static <E extends Enum<E>> Optional<E> constant(
            MultivaluedMap<String, String> query, String name, Class<E> type) {
        return value(query, name).map(value -> {
            for (E one : type.getEnumConstants()) {
                if (one.name().equals(value)) {
                    return one;
                }
            }
            throw meaningless();
        });
    }

    /** The address of another tab with the same filters. */
    public String tab(Object group) {
        return "/console/queue?" + query(Group.valueOf(String.valueOf(group)));
    }

    /** The address of the page after {@code next}. */
    public String following(Object next) {
        return "/console/queue?" + query(filter.group()) + "&after=" + next;
    }

    /** The same wishes as the query of an address. */
    public String query() {
        return query(filter.group());
    }

    /** Whether anything but the tab is asked for. */
    public boolean filtered() {
        return !filter.equals(CaseFilter.of(filter.group()));
    }

    /** Whether it is the beginning of the list. */
    public boolean first() {
        return cursor.equals(CaseCursor.START);
    }

    /** The filter's unit, empty text for all. */
    public String unit() {
        return filter.unit().map(UnitCode::value).orElse("");
    }

    /** The filter's kind, empty text for all. */
    public String kind() {
        return filter.kind().map(Enum::name).orElse("");
    }

    /** The filter's channel, empty text for all. */
    public String channel() {
        return filter.channel().map(Enum::name).orElse("");
    }

    private String query(Group group) {
        StringJoiner query = new StringJoiner("&").add("group=" + group);
        filter.kind().ifPresent(kind -> query.add("kind=" + kind));
        filter.unit().ifPresent(unit -> query.add("unit=" + escaped(unit.value())));
        filter.channel().ifPresent(channel -> query.add("channel=" + channel));
        return query.toString();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
