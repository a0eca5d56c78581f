package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.platform.Sql;

/** Remembers in the database, by a fingerprint, which keys have been used with it. */
@Singleton
public class SqlKeyRegister {
    private final Sql sql;
    private final Clock clock;

    /** Writes to the running transaction. */
    @Inject
    public SqlKeyRegister(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether {@code key} is the one known as {@code name}; an unknown name is noted and is right. */
    boolean knows(String name, SecretKeySpec key) {
        Optional<byte[]> noted = noted(name, "");
        if (noted.isEmpty()) {
            note(name, key);
            // Another node's may have come first; in this transaction a plain read need not show it.
            noted = noted(name, " for update");
        }
        return MessageDigest.isEqual(noted.orElseThrow(), fingerprint(name, key));
    }

    private Optional<byte[]> noted(String name, String how) {
        return sql.first(
                "select fingerprint from privacy_key where name = ?" + how, row -> row.bytes("fingerprint"), name);
    }

    /** Notes {@code key} as used from now on, unless a key of that name is noted. */
    void note(String name, SecretKeySpec key) {
        sql.update(
                "insert ignore into privacy_key (name, fingerprint, first_used_at) values (?, ?, ?)",
                name,
                fingerprint(name, key),
                clock.instant());
    }

    private static byte[] fingerprint(String name, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("fingerprint of " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not work in this Java", e);
        }
    }
}
