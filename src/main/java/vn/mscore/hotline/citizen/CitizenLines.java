package vn.mscore.hotline.citizen;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;

/** What we remember of the line of a citizen: language and the question we asked last. Rows are made when first needed. */
public interface CitizenLines {
    /** The language chosen with NN, empty when never chosen. */
    Optional<Tongue> tongue(PhoneNumber phone);

    /** Remembers a choice. */
    void speaks(PhoneNumber phone, Tongue tongue);

    /** The voice pack chosen on the telephone, {@code vi}, {@code bru}, {@code pako}; empty when never chosen. */
    Optional<String> voice(PhoneNumber phone);

    /** Remembers the voice pack. */
    void hears(PhoneNumber phone, String pack);

    /** Whether this number last wrote words with diacritics. */
    boolean writesDiacritics(PhoneNumber phone);

    /** Remembers how this number spells. */
    void writesDiacritics(PhoneNumber phone, boolean diacritics);

    /** Opens a question; it replaces an older one. */
    void ask(PhoneNumber phone, Question question, Duration openFor);

    /** The open question, empty when none or past its time. */
    Optional<OpenQuestion> openQuestion(PhoneNumber phone);

    /** Several numbers' lines are about to be asked for, in one piece of work: they may be read together (ADR 39). */
    default void foresee(Collection<PhoneNumber> phones) {}

    /** What is remembered of a line, asked for at once. */
    default Remembered remembered(PhoneNumber phone) {
        return new Remembered(tongue(phone), openQuestion(phone));
    }

    /** Closes the open question. */
    void answered(PhoneNumber phone);

    /** See {@link #tongue} and {@link #openQuestion}. */
    record Remembered(Optional<Tongue> tongue, Optional<OpenQuestion> open) {}

    /** A language a citizen speaks with us. */
    enum Tongue {
        /** Vietnamese. */
        VIETNAMESE,
        /** English. */
        ENGLISH,
        /** Bru - Vân Kiều: a voice pack; texts stay Vietnamese. */
        BRU,
        /** Pa Cô: a voice pack; texts stay Vietnamese. */
        PA_CO;

        /** The language of texts for a speaker of this tongue. */
        public Language texts(boolean withDiacritics) {
            Language vietnamese = withDiacritics ? Language.VI : Language.VI_PLAIN;
            return this == ENGLISH ? Language.EN : vietnamese;
        }
    }

    /** A question and what it is about: a ticket, one code or several separated by blanks. */
    record Question(Kind kind, String about) {
        /** What was asked. */
        public enum Kind {
            /** T11: a mark 1..10 for the dossier. */
            SURVEY_SCORE,
            /** T13: the reason 1..5 of a low mark. */
            LOW_SCORE_REASON,
            /** T19: 1 suggestion or 2 complaint. */
            KN_KIND,
            /** T17: 1 satisfied or 2 not. */
            SATISFIED,
            /** T28: 1 for yes. */
            DID_YOU_MEAN,
            /** T29: the number of one of several dossiers, to look it up. */
            CHOOSE_DOSSIER,
            /** T29 after "CD 8": the number of the dossier to score; about = points, then codes. */
            CHOOSE_SCORED,
            /** "PA" alone: the next message is the content. */
            FEEDBACK_TEXT,
            /** "CD code" without points. */
            SCORE_POINTS
        }
    }

    /** A question still open. */
    record OpenQuestion(Question question, Instant askedAt, Instant until) {}
}
