package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Why a command was refused, and what happened to the case since the screen was made. */
@Singleton
public class MovedOn {
    private final CaseLog log;
    private final CaseList list;
    private final Readings readings;
    private final OfficeNames offices;
    private final StepNotes notes;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public MovedOn(
            CaseLog log,
            CaseList list,
            Readings readings,
            OfficeNames offices,
            StepNotes notes,
            InTransaction transaction) {
        this.log = log;
        this.list = list;
        this.readings = readings;
        this.offices = offices;
        this.notes = notes;
        this.transaction = transaction;
    }

    Map<String, Object> model(Asked asked, Grip grip, Reason reason) {
        List<CaseLog.Entry> changes = changes(grip, reason.code());
        Reading say = readings.of(asked);
        return Map.of(
                "code", reason.code(),
                "sentence", asked.sentence(reason),
                "ticket", grip.ticket(),
                "c", Map.of("row", Map.of("ticket", grip.ticket(), "version", grip.version())),
                "changes", changes,
                "notes", transaction.call(() -> notes.ofEntries(say, changes)),
                "offices", transaction.call(() -> offices.of(changes)),
                "operator", asked.viewer().is(Role.OPERATOR),
                "text", asked.form().text("text", 4000).orElse(""),
                "say", say);
    }

    /** What others did to a case since {@code grip} was read, when it is refused for that with {@code code}; nothing of what may not be seen. */
    public List<CaseLog.Entry> changes(Grip grip, String code) {
        if (!code.equals("case.moved-on")) {
            return List.of();
        }
        return transaction.call(() -> list.row(grip.viewer(), grip.ticket())
                .map(row -> log.since(grip.ticket(), grip.version()))
                .orElse(List.of()));
    }
}
