package vn.mscore.hotline.access;

import java.util.List;
import vn.mscore.hotline.access.CaseChains.Head;

/**
 * What {@link CaseChains} is fed with, asked for in blocks: the same for the gateway and for the command that runs without it.
 * The parameters of each stand in the order of its marks.
 */
public final class CaseChainsQueries {
    /** Cases of a block. */
    public static final int CASES = 200;

    private static final int SEALS = 5_000;
    private static final String OF_CASES = "select id, ticket, secret, version, log_head from complaint where id ";

    /** Subject and reason of the newest line of the audit trail with a deed, {@link CaseSeals#DEED}. */
    public static final String NOTED =
            "select subject, reason from audit_line where deed = ? order by seq desc limit 1";

    /** How many runs of sealing there were. */
    public static final String RUNS = "select run from complaint_log_seal_head where id = 1";

    /** The cases of a block, after a case. */
    public static final String HEADS = OF_CASES + "> ? order by id limit " + CASES;

    /** One case, to which nobody adds until the transaction ends. */
    public static final String HEAD_HELD = OF_CASES + "= ? for update";

    /** The entries of the cases after one until another. Those from before there were chains have no version. */
    public static final String ENTRIES =
            "select * from complaint_event where complaint_id > ? and complaint_id <= ? and version <> 0"
                    + " order by complaint_id, version, id";

    /** The seals of the cases after one until another, of runs until one. */
    public static final String SEALS_OF_CASES = "select complaint_id, version, hash from complaint_log_seal"
            + " where complaint_id > ? and complaint_id <= ? and run <= ?";

    /** The next seals in the order of their digest, after a run (twice) and a case of it, of runs until one. */
    public static final String SEALS_IN_ORDER = "select run, complaint_id, version, hash from complaint_log_seal"
            + " where (run > ? or run = ? and complaint_id > ?) and run <= ? order by run, complaint_id limit " + SEALS;

    /** An ended case, or a sealed one whose words are erased: only there anything was erased with its case. */
    private static final String OVER = " and exists (select 1 from complaint c left join complaint_event v"
            + " on v.complaint_id = c.id and v.version = c.version left join sealed_case s on s.complaint_id = c.id"
            + " where c.id = t.complaint_id and (c.secret and s.erased_on is not null"
            + " or v.to_state in ('DONG', 'TU_CHOI', 'TRUNG', 'CHUYEN_KHAC', 'RUT')))";

    /**
     * What was written with the entries of the cases after one until another, both twice, or with none of them, but for rows
     * from before entries vouched.
     */
    public static final String WORDS = written("complaint_id > ? and complaint_id <= ? and not (version <=> 0"
            + " and proof is null and t.id <= coalesce((select %s from complaint_log_seal_head h where h.id = 1), 0))");

    /** What was written about a case (twice) and no entry vouches for yet. */
    public static final String NEW_WORDS = written("complaint_id = ? and version is null");

    private CaseChainsQueries() {}

    /**
     * {@code which} has a place for the column with the last row from before. {@code erased}: the case is over and the citizen's
     * own words until then are gone too, so what is empty was erased with it.
     */
    private static String written(String which) {
        String common = ", complaint_id, id, if(version > 0, version, -1) as version, at, login, name,"
                + " coalesce(unit, '') as unit, coalesce(proof, '') as proof, ";
        String erased = " as kept, not exists (select 1 from complaint_words w where w.complaint_id = t.complaint_id"
                + " and w.author = 'CITIZEN' and w.at <= t.at and length(w.words_sealed) > 0)" + OVER
                + " as erased from ";
        return "select 'complaint_note' as place, kind, role" + common + "text_sealed" + erased
                + "complaint_note t where " + which.formatted("h.notes_before")
                + " union all select 'complaint_explanation', concat(step, ' ', due, ' ', overdue_days), ''" + common
                + "why_sealed" + erased + "complaint_explanation t where "
                + which.formatted("h.explanations_before") + " order by complaint_id, id";
    }

    /** The last case of a block, the largest number when no more follow: what has entries without a case belongs to it. */
    public static long until(List<Head> heads) {
        return heads.size() < CASES
                ? Long.MAX_VALUE
                : heads.get(heads.size() - 1).complaint();
    }
}
