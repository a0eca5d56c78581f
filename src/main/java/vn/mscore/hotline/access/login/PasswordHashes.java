package vn.mscore.hotline.access.login;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.Normalizer;

/** Hashes of passwords: Argon2id, 19 MiB, two passes, one lane (RFC 9106; ASVS 11.4.2). */
@Singleton
public class PasswordHashes {
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;

    private final Argon2Function argon = Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, LENGTH, Argon2.ID);
    private final String nobody = hash(Secrets.token());

    /** Makes the hash that unknown names are compared with. */
    @Inject
    public PasswordHashes() {}

    /** The hash to keep, with its salt and parameters. */
    public String hash(String password) {
        return Password.hash(plain(password)).addRandomSalt().with(argon).getResult();
    }

    /** Whether {@code password} is the one of {@code kept}; takes as long for no hash at all. */
    boolean matches(String password, String kept) {
        boolean right = Password.check(plain(password), kept == null ? nobody : kept)
                .with(kept == null ? argon : Argon2Function.getInstanceFromHash(kept));
        return right && kept != null;
    }

    /** The same letters typed on another machine may come as other code points. */
    private static String plain(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
