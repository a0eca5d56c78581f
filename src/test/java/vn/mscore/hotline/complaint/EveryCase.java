package vn.mscore.hotline.complaint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** A house with one case of every kind in every state at every office, open or sealed, and everybody who could ask. */
public final class EveryCase implements AutoCloseable {
    private static final List<UnitCode> OFFICES =
            Stream.of("H50", "KS-UBND", "KS-PKT", "LB-UBND").map(UnitCode::new).toList();
    private static final List<ComplaintKind> KINDS = List.of(
            ComplaintKind.FEEDBACK, ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT, ComplaintKind.UNCLASSIFIED);

    /** A denunciation is sealed as it comes: there is no open one. */
    private static final List<ComplaintKind> SEALED_KINDS = Arrays.asList(ComplaintKind.values());

    private final CaseHouse cases;
    private final Map<TicketNumber, PhoneNumber> open = new LinkedHashMap<>();
    private final Map<TicketNumber, PhoneNumber> sealed = new LinkedHashMap<>();
    private int numbers;

    private EveryCase(CaseHouse cases) {
        this.cases = cases;
    }

    /** A house with the offices and no case. */
    public static EveryCase house() {
        CaseHouse cases = CaseHouse.atVietnam("2026-08-17T09:30");
        cases.unit(new UnitCode("H50"), Optional.empty());
        cases.unit(new UnitCode("KS-UBND"), Optional.of(new UnitCode("H50")));
        cases.unit(new UnitCode("KS-PKT"), Optional.of(new UnitCode("KS-UBND")));
        cases.unit(new UnitCode("LB-UBND"), Optional.of(new UnitCode("H50")));
        return new EveryCase(cases);
    }

    /** Somebody of every role in every office. */
    public static List<Viewer> viewers() {
        List<Viewer> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (UnitCode office : OFFICES) {
                all.add(new Viewer(
                        role.ordinal() * 10L + all.size(), role + "@" + office, "x", role, Optional.of(office), true));
            }
        }
        return all;
    }

    /** For what is the same in every office. */
    static boolean isFirstOfItsRole(Viewer viewer) {
        return viewer.unit().equals(Optional.of(OFFICES.get(0)));
    }

    /** The rooms. */
    public House rooms() {
        return cases.house();
    }

    CaseHouse cases() {
        return cases;
    }

    /** Open cases with the numbers they came from, as they would be after they were routed. */
    public Map<TicketNumber, PhoneNumber> fillOpen() {
        return fill(false, open);
    }

    /** As many that are sealed. */
    public Map<TicketNumber, PhoneNumber> fillSealed() {
        return fill(true, sealed);
    }

    private Map<TicketNumber, PhoneNumber> fill(boolean secret, Map<TicketNumber, PhoneNumber> into) {
        for (ComplaintKind kind : secret ? SEALED_KINDS : KINDS) {
            for (State state : State.values()) {
                for (UnitCode office : OFFICES) {
                    place(secret, new Place(kind, state, office), into);
                }
            }
        }
        return into;
    }

    private record Place(ComplaintKind kind, State state, UnitCode office) {}

    private void place(boolean secret, Place place, Map<TicketNumber, PhoneNumber> into) {
        PhoneNumber phone = new PhoneNumber((secret ? "+8498" : "+8491") + String.format("%07d", ++numbers));
        TicketNumber ticket = cases.register(
                        phone,
                        place.kind(),
                        "viec cua chim hoang yen " + phone.e164().substring(6))
                .ticket();
        into.put(ticket, phone);
        rooms().tx(() -> {
            routed(ticket, place);
            told(ticket, place.office());
            if (secret) {
                Complaints complaints = rooms().get(Complaints.class);
                complaints
                        .find(ticket)
                        .filter(complaint -> !complaint.secret())
                        .ifPresent(complaint -> complaints.hide(complaint, "gateway"));
            }
            return null;
        });
    }

    private void routed(TicketNumber ticket, Place place) {
        String office = place.office().value();
        rooms().get(Sql.class)
                .update(
                        "update complaint set state = ?, unit = ?, unit_name = ?, unit_ascii = ?, classified = ?"
                                + " where ticket = ?",
                        place.state(),
                        office,
                        "UBND " + office,
                        "UBND " + office,
                        place.kind() != ComplaintKind.UNCLASSIFIED,
                        ticket.digits());
    }

    /** Everybody the ladder knows was told of it. */
    private void told(TicketNumber ticket, UnitCode office) {
        for (String rung : List.of("UNIT_HEAD", "COUNCIL")) {
            rooms().get(Sql.class)
                    .update(
                            "insert into complaint_escalation (id, complaint_id, step, level, rung, unit, holder, at)"
                                    + " select ?, id, 'ANSWER', level, ?, ?, unit, utc_timestamp() from complaint where ticket = ?",
                            rooms().get(Ids.class).next(),
                            rung,
                            rung.equals("COUNCIL") ? null : office.value(),
                            ticket.digits());
        }
    }

    /** Whether an open case is for these eyes: the rule in words of its own, not those of the filter. */
    public boolean may(Viewer viewer, TicketNumber ticket) {
        int place = new ArrayList<>(open.keySet()).indexOf(ticket);
        UnitCode office = OFFICES.get(place % OFFICES.size());
        boolean classified = isClassified(place);
        UnitCode own = viewer.unit().orElseThrow();
        return switch (viewer.role()) {
            case OPERATOR -> true;
            case OFFICER -> classified && own.equals(office);
            case LEADER, DELEGATE -> classified && below(own, office);
            case CUSTODIAN, AUDITOR, ADMINISTRATOR -> false;
        };
    }

    private static boolean isClassified(int place) {
        return KINDS.get(place / (OFFICES.size() * State.values().length)) != ComplaintKind.UNCLASSIFIED;
    }

    /** How many of the open ones somebody said what they are. */
    int classified() {
        return open.size() - open.size() / KINDS.size();
    }

    private static boolean below(UnitCode own, UnitCode office) {
        return own.equals(office)
                || own.value().equals("H50")
                || own.value().equals("KS-UBND") && office.value().equals("KS-PKT");
    }

    @Override
    public void close() {
        cases.close();
    }
}
