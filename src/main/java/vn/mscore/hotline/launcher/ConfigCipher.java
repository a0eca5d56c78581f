package vn.mscore.hotline.launcher;

import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.exceptions.EncryptionOperationNotPossibleException;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.salt.RandomSaltGenerator;

/** Jasypt for {@code ENC(...)} values of the settings; personal data never pass here (see the ADR). */
final class ConfigCipher {
    /** Names the master password when the deployer keeps it outside {@code var/secrets}. */
    static final String PASSWORD_VARIABLE = "HOTLINE_CONFIG_PASSWORD";

    private static final String SECRET = "config-password";
    private static final String PREFIX = "ENC(";
    private static final int ITERATIONS = 100_000;
    private static final int NOT_UTF_8 = 0xFFFD;

    private final StandardPBEStringEncryptor encryptor;

    private ConfigCipher(StandardPBEStringEncryptor encryptor) {
        this.encryptor = encryptor;
    }

    static boolean isEncrypted(String value) {
        return value.startsWith(PREFIX) && value.endsWith(")");
    }

    /** With the master password of the environment, else of {@code var/secrets/config-password}. */
    static ConfigCipher open(SecretFiles secrets) throws StartRefused {
        return of(isOutside() ? System.getenv(PASSWORD_VARIABLE) : secrets.readOrMake(SECRET, 40));
    }

    private static boolean isOutside() {
        String password = System.getenv(PASSWORD_VARIABLE);
        return password != null && !password.isBlank();
    }

    /** Where the master password is, for people. */
    static String place(SecretFiles secrets) {
        return isOutside()
                ? "the value of " + PASSWORD_VARIABLE
                : secrets.path(SECRET).toString();
    }

    static ConfigCipher of(String password) {
        StandardPBEStringEncryptor encryptor = new StandardPBEStringEncryptor();
        encryptor.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
        encryptor.setKeyObtentionIterations(ITERATIONS);
        encryptor.setSaltGenerator(new RandomSaltGenerator());
        encryptor.setIvGenerator(new RandomIvGenerator());
        encryptor.setPassword(password);
        return new ConfigCipher(encryptor);
    }

    String encrypt(String value) {
        return PREFIX + encryptor.encrypt(value) + ")";
    }

    String decrypt(String key, String value) throws StartRefused {
        String plain;
        try {
            plain = encryptor.decrypt(value.substring(PREFIX.length(), value.length() - 1));
        } catch (EncryptionOperationNotPossibleException e) {
            throw new StartRefused(refusal(key), e);
        }
        if (!isText(plain)) {
            throw new StartRefused(refusal(key));
        }
        return plain;
    }

    private static String refusal(String key) {
        return "setting " + key + " cannot be decrypted with this master password";
    }

    /** A padding that fits by chance, once in 256 wrong passwords, leaves bytes that nobody typed. */
    private static boolean isText(String plain) {
        return plain.codePoints().noneMatch(c -> c == NOT_UTF_8 || Character.isISOControl(c));
    }
}
