package vn.mscore.hotline.platform.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops a reader within a cell that is longer than allowed, before the parser has it in memory. */
final class CellLimit extends FilterReader {
    private final char separator;
    private final int max;
    private int length;
    private long line = 1;
    private long begun = 1;
    private boolean quoted;

    CellLimit(Reader in, char separator, int max) {
        super(in);
        this.separator = separator;
        this.max = max;
    }

    /** A cell passed the limit; a quote that nobody closed makes one of the rest of the file. */
    static final class CellTooLong extends IOException {
        private static final long serialVersionUID = 1;

        private final long line;

        CellTooLong(long line) {
            this.line = line;
        }

        /** The line on which the cell began. */
        long line() {
            return line;
        }
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
        line += c == '\n' ? 1 : 0;
        if (c == '"' && (quoted || length == 0)) {
            quoted = !quoted;
        } else if (!quoted && (c == separator || c == '\n' || c == '\r')) {
            length = 0;
            begun = line;
        } else if (++length > max) {
            throw new CellTooLong(begun);
        }
    }
}
