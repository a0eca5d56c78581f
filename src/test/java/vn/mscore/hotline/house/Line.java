package vn.mscore.hotline.house;

/** The three kinds of lines of {@link ThreeLines}. */
enum Line {
    /** A modem that speaks AT. */
    MODEM("first"),
    /** An operator's message centre. */
    SMPP("op"),
    /** An aggregator. */
    HTTP("agg");

    private final String named;

    Line(String named) {
        this.named = named;
    }

    /** Its name in the settings. */
    String named() {
        return named;
    }

    char letter() {
        return name().charAt(0);
    }
}
