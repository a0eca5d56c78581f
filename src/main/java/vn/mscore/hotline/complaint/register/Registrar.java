package vn.mscore.hotline.complaint.register;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintRegistered;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.complaint.life.Followers;
import vn.mscore.hotline.complaint.life.Undone;
import vn.mscore.hotline.complaint.life.Unread;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.Unaccented;

/** Registers words as tickets: the same words once, a flood into one, suspicion into the secret lane. */
@Singleton
public class Registrar implements RegisterComplaint {
    private static final Duration DAY = Duration.ofDays(1);

    private final Complaints complaints;
    private final Triage triage;
    private final Clocks clocks;
    private final TicketOffice tickets;
    private final ChosenKind chosen;
    private final Unread unread;
    private final Undone undone;
    private final Followers followers;
    private final Facts facts;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Registrar(
            Complaints complaints,
            Triage triage,
            Clocks clocks,
            TicketOffice tickets,
            ChosenKind chosen,
            Unread unread,
            Undone undone,
            Followers followers,
            Facts facts,
            Clock clock) {
        this.complaints = complaints;
        this.triage = triage;
        this.clocks = clocks;
        this.tickets = tickets;
        this.chosen = chosen;
        this.unread = unread;
        this.undone = undone;
        this.followers = followers;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Registered register(NewComplaint complaint) {
        Triage.Suggestion seen = clocks.chosen(complaint.category(), triage.suggest(complaint.text()));
        boolean secret = complaint.kind() == ComplaintKind.DENUNCIATION || seen.secret();
        Complaints.Words words = words(complaint);
        Instant since = clock.instant().minus(DAY);
        Optional<Complaint> known = complaint
                .phone()
                .flatMap(phone -> complaints.sameWords(words, since))
                .filter(ticket -> secret || ticket.secret() || ticket.kind() == complaint.kind());
        Optional<Complaint> flood = complaint.coalesce() && known.isEmpty()
                ? complaint.phone().flatMap(phone -> complaints.newestOpen(phone, secret, since))
                : Optional.empty();
        return known.or(() -> flood)
                .map(ticket -> join(ticket, complaint, seen, secret))
                .orElseGet(() -> add(complaint, words, seen, secret));
    }

    /** Equal words of one sender are one ticket; words that are only spoken are equal to none but themselves. */
    private static Complaints.Words words(NewComplaint complaint) {
        String sender = complaint.phone().map(PhoneNumber::e164).orElse("");
        String plain = Unaccented.of(complaint.text()).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
        String odd = complaint.text().isBlank() ? complaint.source() : complaint.text();
        String same = plain.isEmpty() ? odd : plain;
        return new Complaints.Words(complaint.text(), "complaint-words|" + sender + "|" + same, complaint.source());
    }

    private Registered join(Complaint known, NewComplaint more, Triage.Suggestion seen, boolean secret) {
        Complaint ticket = secret ? hidden(known) : known;
        complaints.addWords(ticket, more.text(), more.source(), seen.urgent());
        complaints.countRepeat(ticket);
        return new Registered(ticket.ticket(), ticket.due(), ticket.secret(), true, ticket.urgent() || seen.urgent());
    }

    private Registered add(NewComplaint complaint, Complaints.Words words, Triage.Suggestion seen, boolean secret) {
        LocalDate today = clocks.today();
        LocalDate received = complaint.received().orElse(today);
        LocalDate due = clocks.promise(complaint.kind(), seen, received);
        TicketNumber number = tickets.next(today.getYear());
        complaints.add(
                new Complaint(
                        complaints.newId(),
                        number,
                        complaint.kind(),
                        ComplaintStatus.State.MOI,
                        secret,
                        seen.urgent(),
                        false,
                        clocks.category(complaint.kind(), seen, secret).code(),
                        complaint.phone(),
                        complaint.about(),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        received,
                        due,
                        Optional.empty(),
                        Optional.empty(),
                        0),
                words);
        facts.tell(new ComplaintRegistered(
                number, complaint.kind(), complaint.phone(), due, secret, seen.urgent(), complaint.source()));
        Failpoint.hit("route.beforeCommit");
        return new Registered(number, due, secret, false, seen.urgent());
    }

    @Override
    public boolean addText(TicketNumber ticket, PhoneNumber phone, String text, String source) {
        Optional<Complaint> own = own(ticket, phone);
        own.ifPresent(complaint -> {
            Triage.Suggestion seen = triage.suggest(text);
            Complaint kept = seen.secret() ? hidden(complaint) : complaint;
            complaints.addWords(kept, text, source, seen.urgent());
        });
        return own.isPresent();
    }

    @Override
    public boolean addThanks(TicketNumber ticket, PhoneNumber phone, String text, String source) {
        Optional<Complaint> own = own(ticket, phone);
        boolean waited = own.map(unread::waits).orElse(false);
        boolean added = addText(ticket, phone, text, source);
        own.filter(complaint -> !waited).ifPresent(unread::read);
        return added;
    }

    /** The ticket in the secret lane, moved there when it is not yet. */
    private Complaint hidden(Complaint complaint) {
        if (complaint.secret()) {
            return complaint;
        }
        complaints.hide(complaint, "gateway");
        return complaints.find(complaint.ticket()).orElseThrow();
    }

    @Override
    public boolean decideKind(TicketNumber ticket, PhoneNumber phone, ComplaintKind kind) {
        return own(ticket, phone)
                .filter(complaint -> chosen.settle(complaint, kind))
                .isPresent();
    }

    @Override
    public boolean withdraw(TicketNumber ticket, PhoneNumber phone) {
        Optional<Complaint> own = own(ticket, phone).filter(Registrar::mayWithdraw);
        own.ifPresent(complaint -> {
            complaints.move(
                    complaint, Complaints.Step.to(ComplaintStatus.State.RUT, complaint, CaseLog.CITIZEN, "withdraw"));
            followers.comeBack(complaint, "gateway");
            complaints.find(ticket).ifPresent(withdrawn -> undone.dropIfWaiting(withdrawn, CaseLog.CITIZEN));
        });
        return own.isPresent();
    }

    private static boolean mayWithdraw(Complaint complaint) {
        return complaint.isOpen()
                && !complaint.secret()
                && !complaint.urgent()
                && complaint.kind() != ComplaintKind.COMPLAINT
                && complaint.kind() != ComplaintKind.DENUNCIATION;
    }

    private Optional<Complaint> own(TicketNumber ticket, PhoneNumber phone) {
        return complaints.find(ticket).filter(complaint -> complaint.belongsTo(phone));
    }
}
