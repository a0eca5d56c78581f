package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.score.RecordScore.Proof;
import vn.mscore.hotline.shared.PhoneNumber;

/** Marks in the tables {@code score}, {@code score_history} and {@code score_comment}. */
@Singleton
public class SqlScores {
    private static final int MONEY = 4;
    private static final String STANDING =
            "select id, scored_at, low, seen_at is not null as seen, proof, money from score";

    private final Sql sql;
    private final Ids ids;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;

    /** Looks numbers up by their blind index. */
    @Inject
    public SqlScores(Sql sql, Ids ids, BlindIndex index, PersonalDataCipher cipher) {
        this.sql = sql;
        this.ids = ids;
        this.index = index;
        this.cipher = cipher;
    }

    /** A mark that stands, whether it is a bad one, whether somebody has looked at it, and whether money was named. */
    record Standing(long id, Instant scoredAt, boolean low, boolean seen, Proof proof, boolean money) {
        /** Given from a number that was only shown: whoever has it gives a first one still (ADR 52). */
        boolean claimed() {
            return proof == Proof.CLAIMED;
        }
    }

    /** The mark of this number for this dossier, locked. */
    Optional<Standing> find(PhoneNumber phone, DossierCode code, boolean inProgress) {
        return locked(
                "select id from score where dossier = ? and phone_index = ? and in_progress = ?",
                code.value(),
                index(phone),
                inProgress);
    }

    /** The mark that {@link #add} found, locked: one that a plain read of this transaction may not show yet. */
    Standing found(Mark mark) {
        return sql.first(
                        STANDING + " where dossier = ? and phone_index = ? and in_progress = ? for update",
                        SqlScores::standing,
                        mark.score().code().value(),
                        index(mark.score().phone()),
                        mark.inProgress())
                .orElseThrow();
    }

    /** The mark of this number for this dossier that was touched last. */
    Optional<Standing> newest(PhoneNumber phone, DossierCode code) {
        return locked(
                "select id from score where dossier = ? and phone_index = ? order by changed_at desc, id desc limit 1",
                code.value(),
                index(phone));
    }

    // Found by a plain read, then locked by its key: a locking read that finds nothing would lock the gap, and two
    // first
    // marks would block each other for ever.
    private Optional<Standing> locked(String query, Object... parameters) {
        return sql.first(query, row -> row.number("id"), parameters)
                .flatMap(id -> sql.first(STANDING + " where id = ? for update", SqlScores::standing, id));
    }

    private static Standing standing(Sql.Row row) throws SQLException {
        return new Standing(
                row.number("id"),
                row.instant("scored_at"),
                row.flag("low"),
                row.flag("seen"),
                Proof.valueOf(row.text("proof")),
                row.flag("money"));
    }

    /** How many dossiers this number has marked since. */
    long givenSince(PhoneNumber phone, Instant since) {
        return sql.first(
                        "select count(*) as given from score where phone_index = ? and scored_at > ? and proof <> 'CLAIMED'",
                        row -> row.number("given"),
                        index(phone),
                        since)
                .orElse(0L);
    }

    /** A mark, what it is about, and when. */
    record Mark(NewScore score, ScoreSubject subject, int scale, boolean inProgress, Instant at) {
        /** As the column of this name. */
        boolean low() {
            return score.points() * 2 <= scale && !inProgress;
        }

        /** As the column of this name. */
        double weight(Proof proof) {
            return inProgress ? 0 : proof.weight();
        }
    }

    /** Writes a first mark; false when another one of this number for this dossier came first, at the same moment. */
    boolean add(Mark mark) {
        NewScore score = mark.score();
        return sql.insertNew(
                "insert into score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof,"
                        + " weight, scored_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                score.code().value(),
                index(score.phone()),
                mark.inProgress(),
                mark.subject().unit().value(),
                mark.subject().field(),
                score.points(),
                mark.scale(),
                score.channel(),
                score.strength(),
                mark.weight(score.strength()),
                mark.at(),
                mark.at());
    }

    /**
     * Puts the standing mark into the history and {@code mark} in its place; its reason was about the old one. What came with a
     * number that was only shown goes as a whole.
     */
    void replace(Standing standing, Mark mark) {
        Proof given = mark.score().strength();
        Proof proof = given.weight() < standing.proof().weight() ? standing.proof() : given;
        sql.update(
                "insert into score_history (id, score_id, points, reason, channel, proof, given_at, replaced_at)"
                        + " select ?, id, points, reason, channel, proof, changed_at, ? from score where id = ?",
                ids.next(),
                mark.at(),
                standing.id());
        sql.update(
                "update score set points = ?, scale = ?, reason = null, money = false, channel = ?, proof = ?, weight = ?,"
                        + " changed_at = ?, scored_at = if(?, ?, scored_at), seen_at = if(?, null, seen_at), visits = if(?, null, visits),"
                        + " clear = if(?, null, clear), feed_no = null where id = ?",
                mark.score().points(),
                mark.scale(),
                mark.score().channel(),
                proof,
                mark.weight(proof),
                mark.at(),
                standing.claimed(),
                mark.at(),
                standing.claimed(),
                standing.claimed(),
                standing.claimed(),
                standing.id());
    }

    /** Money is the sealed lane's: who reads the feed may see nothing change, neither this nor a reason told before. */
    void reason(Standing standing, int reason) {
        if (reason == MONEY) {
            sql.update("update score set money = true where id = ?", standing.id());
        } else {
            sql.update("update score set reason = ?, feed_no = null where id = ?", reason, standing.id());
        }
    }

    void details(Standing standing, Optional<Integer> visits, Optional<Boolean> clear) {
        sql.update(
                "update score set visits = coalesce(?, visits), clear = coalesce(?, clear) where id = ?",
                visits,
                clear,
                standing.id());
    }

    /** Words beside money are the sealed lane's too, also once the mark is another. */
    void comment(Standing standing, String words, Instant at) {
        long id = ids.next();
        Lane lane = standing.money() ? Lane.SECRET : Lane.PERSONAL;
        sql.update(
                "insert into score_comment (id, score_id, at, concealed, words_sealed) values (?, ?, ?, ?, ?)",
                id,
                standing.id(),
                at,
                standing.money(),
                cipher.seal(lane, new Place("score_comment", "words_sealed", id), words));
    }

    private byte[] index(PhoneNumber phone) {
        return index.of(BlindIndex.Purpose.PHONE, phone);
    }
}
