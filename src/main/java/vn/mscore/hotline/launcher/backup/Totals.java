package vn.mscore.hotline.launcher.backup;

/** How much a backup holds. */
public record Totals(int tables, long rows, int files) {
    Totals plusTable() {
        return new Totals(tables + 1, rows, files);
    }

    Totals plusRow() {
        return new Totals(tables, rows + 1, files);
    }

    Totals plusFile() {
        return new Totals(tables, rows, files + 1);
    }

    /** For people. */
    @Override
    public String toString() {
        return tables + " tables, " + rows + " rows, " + files + " files";
    }
}
