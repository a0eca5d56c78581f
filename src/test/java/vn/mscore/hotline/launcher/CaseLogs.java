package vn.mscore.hotline.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.access.CaseChains.Verdict;

/** What {@code audit-verify} has against the logs of cases, for tests of other rooms. */
public final class CaseLogs {
    private CaseLogs() {}

    /** Everything that was deleted, changed, moved or cut off; ends the transaction of {@code connection}. */
    public static List<String> faults(Connection connection) throws SQLException {
        Verdict verdict = new CaseLogWalk(connection).walk();
        List<String> faults = new ArrayList<>();
        verdict.broken()
                .forEach(one -> faults.add("case " + one.name().orElse("(not named)") + ", entry " + one.version()));
        if (!verdict.sealsFit()) {
            faults.add("the seals of the case logs are not those of the audit trail");
        }
        return faults;
    }
}
