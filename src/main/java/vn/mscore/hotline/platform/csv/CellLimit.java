package vn.mscore.hotline.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader within a cell that is longer than allowed, before the parser has it in memory. */
final class CellLimit extends FilterReader {
    private final char separator;
    private final int max;
    private int length;
    private boolean quoted;

    CellLimit(Reader in, char separator, int max) {
        super(in);
        this.separator = separator;
        this.max = max;
    }

    /** A cell passed the limit; a quote that nobody closed makes one of the rest of the file. */
    static final class CellTooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            count((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int n = super.read(buffer, offset, size);
        for (int i = 0; i < n; i++) {
            count(buffer[offset + i]);
        }
        return n;
    }

    private void count(char c) throws CellTooLong {
        if (c == '"' && (quoted || length == 0)) {
            quoted = !quoted;
        } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
            length = 0;
        } else if (++length > max) {
            throw new CellTooLong();
        }
    }
}
