package vn.mscore.hotline.desk.ivr;

/** Where in the tree a conversation is (domain 5.5). */
enum Place {
    /** The main menu. */
    MAIN("menu", false),
    /** 1: where is my dossier. */
    DOSSIER("dossier", true),
    /** 2: a mark for a service. */
    SCORE("score", true),
    /** 3: feedback and suggestions. */
    COMPLAINT("feedback", true),
    /** 3 behind a dossier: feedback about it. */
    ABOUT_DOSSIER("dossier", true),
    /** 3-3: how a khiếu nại is made. */
    KHIEU_NAI("petition", true),
    /** 3-4: a sealed report. Never offered to whoever rings next from this telephone, never told as a topic. */
    SEALED("menu", false),
    /** 4: what became of a ticket. */
    TICKET("ticket", true),
    /** 5: call me back. */
    CALLBACK("callback", true),
    /** 0: a person. */
    OPERATOR("operator", true),
    /** Words for the desk when nobody is there. */
    MESSAGE("message", true),
    /** The look-up bears no more this minute: the wish is recorded. */
    BUSY("message", false),
    /** Three wrong keys: a person, or a recording. */
    LOST("lost", false),
    /** Three questions without a key: a recording and a polite end. */
    SILENCE("silence", false);

    private final String topic;
    private final boolean resumable;

    Place(String topic, boolean resumable) {
        this.topic = topic;
        this.resumable = resumable;
    }

    /** Why somebody comes from here to an operator, as {@code switchboard} writes it. */
    String topic() {
        return topic;
    }

    /** Whether a conversation that broke off here may go on here. */
    boolean resumable() {
        return resumable;
    }
}
