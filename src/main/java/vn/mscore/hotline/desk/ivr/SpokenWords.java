package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Recordings;

/** Has what callers said registered: each recording once, whoever comes with it, the flow or the sweep. */
@Singleton
class SpokenWords {
    private static final String MISSED = "MISSED";

    private final Recordings recordings;
    private final RegisterComplaint complaints;
    private final CallbackRequests callbacks;
    private final InTransaction transaction;

    @Inject
    SpokenWords(
            Recordings recordings,
            RegisterComplaint complaints,
            CallbackRequests callbacks,
            InTransaction transaction) {
        this.recordings = recordings;
        this.complaints = complaints;
        this.callbacks = callbacks;
        this.transaction = transaction;
    }

    /** Registers the words; empty when somebody has done so before. */
    Optional<Registered> keep(Spoken spoken, Optional<PhoneNumber> caller) {
        return transaction.call(() -> {
            String source = source(spoken.recorded().id());
            return recordings.link(spoken.recorded().id(), source)
                    ? Optional.of(register(spoken.errand(), caller, source))
                    : Optional.empty();
        });
    }

    private Registered register(Errand errand, Optional<PhoneNumber> caller, String source) {
        ComplaintKind kind = errand.secret() ? ComplaintKind.DENUNCIATION : errand.kind();
        return complaints.register(
                new NewComplaint(kind, caller, "", errand.about(), source, false, errand.category()));
    }

    /**
     * Nothing was said, or too little: a call that was missed, unless silence was an answer. What was to be a report in
     * secret stays sealed without a case, and nobody calls back, which could betray it.
     */
    void nothing(Spoken silent, Optional<PhoneNumber> caller) {
        transaction.run(() -> {
            RecordingId id = silent.recorded().id();
            Errand errand = silent.errand();
            if (errand.remark()) {
                recordings.erase(id);
            } else if (recordings.link(id, MISSED) && !errand.secret()) {
                caller.ifPresent(phone -> callbacks.book(phone, MISSED));
            }
        });
    }

    /** Destroys what the caller took back. */
    void forget(RecordingId id) {
        transaction.run(() -> recordings.erase(id));
    }

    /** Where registered words came from. */
    static String source(RecordingId id) {
        return "recording:" + id.value();
    }
}
