package vn.mscore.hotline.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The digest over how long the logs of cases were, run after run, each over the one before: one value in the audit trail
 * vouches for all of them. Needs neither database nor container; holds one hash however many there are.
 */
public final class CaseSeals {
    /** The deed of the line of the audit trail that holds the digest. */
    public static final String DEED = "case-logs.sealed";

    private static final String SUBJECT = "seal ";

    private byte[] hash;
    private long run;
    private MessageDigest open;

    private CaseSeals(long run, byte[] hash) {
        this.hash = hash.clone();
        this.run = run;
        this.open = opened();
    }

    /**
     * How long the log of a case was.
     *
     * @param complaint row of the case
     * @param hash of the entry with this version
     */
    public record Seal(long complaint, int version, byte[] hash) {}

    /**
     * What a line of the audit trail says.
     *
     * @param run number of the last run
     * @param hash digest over all runs until then
     */
    public record Noted(long run, byte[] hash) {
        /** The subject of the line. */
        public String subject() {
            return SUBJECT + run;
        }

        /** The reason of the line. */
        public String reason() {
            return HexFormat.of().formatHex(hash);
        }

        /** What {@code subject} and {@code reason} of a line say; empty when they are not such a line's. */
        public static Optional<Noted> read(String subject, String reason) {
            return subject.matches(SUBJECT + "\\d{1,18}") && reason.matches("[0-9a-f]{64}")
                    ? Optional.of(new Noted(
                            Long.parseLong(subject.substring(SUBJECT.length())),
                            HexFormat.of().parseHex(reason)))
                    : Optional.empty();
        }
    }

    /** Before the first run. */
    public static CaseSeals none() {
        return new CaseSeals(0, AuditLine.beginning());
    }

    /** After the run that was noted. */
    public static CaseSeals after(Noted noted) {
        return new CaseSeals(noted.run(), noted.hash());
    }

    /** How many runs there are so far. */
    public long run() {
        return run;
    }

    /** Takes the next seal, in the order of run and case; {@code ofRun} is at least one more than the last run noted. */
    public void next(long ofRun, Seal seal) {
        end(ofRun - 1);
        open.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(seal.complaint())
                .putInt(seal.version())
                .flip());
        open.update(seal.hash());
    }

    /** The digest when {@code last} is the last run; runs may be empty. */
    public Noted end(long last) {
        while (run < last) {
            hash = open.digest();
            run++;
            open = opened();
        }
        return new Noted(run, hash.clone());
    }

    private MessageDigest opened() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(run + 1).flip());
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }
}
