package vn.mscore.hotline.sms.modem;

/** What comes off the wire, cut into meaning by nothing but line ends and the prompt. */
sealed interface AtToken {
    /** A line without its end; never empty. */
    record Line(String text) implements AtToken {
        /** Without what it says. */
        @Override
        public String toString() {
            return "Line[" + text.length() + " characters]";
        }
    }

    /** The {@code >} that asks for a PDU. */
    record Prompt() implements AtToken {}

    /** The wire is dead; nothing follows. */
    record Gone(String why) implements AtToken {}

    /** Somebody wants the owner's attention. */
    record Wake() implements AtToken {}
}
