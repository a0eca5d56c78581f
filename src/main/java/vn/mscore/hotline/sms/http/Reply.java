package vn.mscore.hotline.sms.http;

/**
 * What is answered to a call.
 *
 * @param status of HTTP
 * @param type content type
 * @param body what it says
 */
record Reply(int status, String type, String body) {
    private static final int OK = 200;
    private static final int LAST_GOOD = 299;
    private static final String TEXT = "text/plain; charset=utf-8";

    /** A refusal, in one word. */
    static Reply refusal(int status, String word) {
        return new Reply(status, TEXT, status + " " + word + "\n");
    }

    /** The answer of the file under {@code prefix}; without one a status 200 and nothing. */
    static Reply read(MappingFile file, String prefix) {
        return new Reply(
                file.number(prefix + ".status", OK, OK, LAST_GOOD),
                file.text(prefix + ".type").orElse(TEXT),
                file.text(prefix + ".body").orElse(""));
    }
}
