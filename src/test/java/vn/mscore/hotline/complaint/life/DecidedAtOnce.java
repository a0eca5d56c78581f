package vn.mscore.hotline.complaint.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Classification;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.complaint.life.Waiting.By;
import vn.mscore.hotline.complaint.life.Waiting.Deed;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** What an operator decides, carried out at once: for tests that need a case that far and look at what comes after. */
public final class DecidedAtOnce {
    private static final String MINH = "minh";

    private final House house;

    /** Of the cases of {@code house}. */
    public DecidedAtOnce(House house) {
        this.house = house;
    }

    /** Sorts it and sends it to an office. */
    public void route(TicketNumber ticket, ComplaintKind kind, String category, UnitCode unit) {
        house.tx(() -> {
            Complaint found = found(ticket);
            Deadlines.Answer answer = house.get(Deadlines.class).answer(found, kind, category);
            house.get(Complaints.class)
                    .classify(found, new Classification(kind, category, answer.due(), answer.since(), true, MINH));
            house.get(Deeds.class).route(found, unit, answer.due(), MINH);
            return 0;
        });
    }

    /** Answers it in the place of the office that has it. */
    public void answer(TicketNumber ticket, String text) {
        By by = new By(0, MINH, MINH, Role.OPERATOR);
        Deed deed = new Deed(CaseCommand.ANSWER, Optional.empty(), Optional.of(text), false, 0, by, Instant.EPOCH);
        house.tx(() -> {
            house.get(Deeds.class).answer(found(ticket), deed);
            return 0;
        });
    }

    /** A step of a khiếu nại: {@code guided}, {@code paper}, {@code accepted} or {@code refused}. */
    public void petition(TicketNumber ticket, String step, LocalDate today) {
        Viewer desk = new Viewer(7, MINH, "Minh", Role.OPERATOR, Optional.empty(), false);
        house.tx(() -> {
            Petitions petitions = house.get(Petitions.class);
            Grip grip = new Grip(desk, ticket, found(ticket).version());
            Optional<Reason> refused =
                    switch (step) {
                        case "guided" -> petitions.guided(grip, new Guidance(Optional.empty(), "QĐ 12"));
                        case "paper" -> petitions.paper(grip, today);
                        case "accepted" -> petitions.accepted(grip, new Acceptance(today, false, false));
                        default -> petitions.notAccepted(grip, new Refusal(today, "CHU_KY", ""));
                    };
            refused.ifPresent(reason -> {
                throw new IllegalArgumentException(reason.code());
            });
            return 0;
        });
    }

    private Complaint found(TicketNumber ticket) {
        return house.get(Complaints.class).find(ticket).orElseThrow();
    }
}
