package vn.mscore.hotline.desk.text;

/** What a citizen wants with one text (domain 5.2). */
public enum Verb {
    /** Where is this dossier. Without a code the text only shows the wish. */
    LOOKUP,
    /** All dossiers of this number. */
    LIST_OWN,
    /** A mark 1..10. */
    SCORE,
    /** Phản ánh. */
    FEEDBACK,
    /** Kiến nghị. */
    SUGGESTION,
    /** Khiếu nại. */
    COMPLAINT,
    /** "KN": either of the two. */
    SUGGESTION_OR_COMPLAINT,
    /** Tố cáo, or words after "TC" that are no code. */
    DENOUNCE,
    /** State of a ticket. */
    VIEW,
    /** More words for a ticket. */
    MORE,
    /** Take a ticket back. */
    WITHDRAW,
    /** Call me back. */
    CALLBACK,
    /** Choose a language. */
    LANGUAGE,
    /** No more surveys. */
    OPT_OUT,
    /** Surveys again. */
    OPT_IN,
    /** About my personal data. */
    DATA,
    /** How does this work. */
    HELP,
    /** Answers the open question. */
    ANSWER,
    /** The awaited content of a feedback. */
    CONTENT,
    /** A look-up or score with more words than politeness needs: the words are kept, the rest is offered. */
    MIXED,
    /** At least four words that are no command: kept, unclassified. */
    FREE,
    /** Letters of another script. */
    FOREIGN,
    /** Written by a telephone, not by a person. */
    MACHINE,
    /** None of these. */
    UNKNOWN
}
