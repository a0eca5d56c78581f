package vn.mscore.hotline.console.signin;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG.
 *
 * @param size width and height in modules, the quiet zone of four on each side included
 * @param path the dark modules
 */
public record QrPath(int size, String path) {
    private static final int QUIET = 4;

    /** The code of {@code text}. */
    public static QrPath of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPath(code.size + 2 * QUIET, path.toString());
    }
}
