package vn.mscore.hotline.sms.http;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A call of an aggregator as it stands at the door, its body unread.
 *
 * @param method of HTTP
 * @param query behind the question mark, as it was sent; null when there is none
 * @param header a header by its name, null when there is none
 * @param peer the caller's address
 * @param length of the body as the caller says, negative when he does not
 * @param body to be read
 */
record WebRequest(
        String method, String query, UnaryOperator<String> header, String peer, long length, InputStream body) {
    /** Without number and text. */
    @Override
    public String toString() {
        return "WebRequest[" + method + "]";
    }
}
