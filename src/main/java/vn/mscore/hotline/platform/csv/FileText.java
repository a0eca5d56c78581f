package vn.mscore.hotline.platform.csv;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.mscore.hotline.platform.RowFault;

/**
 * The characters of a file: UTF-8 with or without a byte order mark, UTF-16 with one. Anything else (windows-1258, TCVN3)
 * is refused at the line of its first wrong byte, since it would be stored as nonsense.
 */
final class FileText {
    private static final String WRONG =
            "không phải UTF-8; lưu lại bằng 'CSV UTF-8' / is not UTF-8; save the file as 'CSV UTF-8'";

    private final byte[] file;
    private final Charset charset;
    private final int start;

    FileText(byte[] file) {
        this.file = file;
        boolean utf8Mark = begins(0xEF, 0xBB, 0xBF);
        boolean utf16Mark = begins(0xFE, 0xFF) || begins(0xFF, 0xFE);
        this.start = utf8Mark ? 3 : 0;
        this.charset = utf16Mark ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private boolean begins(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    Reader open() {
        return new InputStreamReader(new ByteArrayInputStream(file, start, file.length - start), charset);
    }

    /** Decodes all of it once, keeping nothing, to know the line of the first wrong byte or NUL. */
    Optional<RowFault> fault() {
        var decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start);
        CharBuffer chars = CharBuffer.allocate(8192);
        long line = 1;
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, true);
            chars.flip();
            while (chars.hasRemaining()) {
                char c = chars.get();
                line += c == '\n' ? 1 : 0;
                if (c == '\0') {
                    return Optional.of(new RowFault(line, "", "có ký tự NUL / holds a NUL character"));
                }
            }
            chars.clear();
            if (result.isError()) {
                return Optional.of(new RowFault(line, "", WRONG));
            }
            if (result.isUnderflow()) {
                return Optional.empty();
            }
        }
    }
}
