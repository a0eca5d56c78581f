package vn.mscore.hotline.launcher.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two halves of the backup key (X25519, RFC 7748): the sealing half stays with the gateway and can only make backups, the
 * opening half is kept elsewhere (security R53). Both are secrets: who has neither can neither read nor forge a backup.
 *
 * @param sealing text of the half that seals
 * @param opening text of the half that opens
 */
public record BackupKeys(String sealing, String opening) {
    private static final String CURVE = "X25519";
    private static final String MAC = "HmacSHA256";
    private static final byte[] MAGIC = "HLB1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LABEL = "hotline backup 1".getBytes(StandardCharsets.US_ASCII);
    private static final int NAME = 8;
    /** An X25519 key in SubjectPublicKeyInfo (RFC 8410). */
    private static final int POINT = 44;

    /** Bytes before the first piece of a file. */
    static final int HEAD = MAGIC.length + NAME + POINT;

    /** A new pair. */
    public static BackupKeys make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            String sealing = text(pair.getPublic().getEncoded());
            return new BackupKeys(sealing, text(pair.getPrivate().getEncoded()) + "." + sealing);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + CURVE, e);
        }
    }

    /** The half that seals, of the half that opens, which holds both; throws {@link BackupUnreadable} when it is no key. */
    public static String sealingOf(String opening) throws BackupUnreadable {
        String[] halves = opening.split("\\.", 2);
        if (halves.length < 2 || halves[1].isEmpty()) {
            throw new BackupUnreadable("the opening half of the backup key is no key");
        }
        return halves[1];
    }

    /** The key of a new file; throws {@link BackupUnreadable} when {@code sealing} is no key. */
    static FileKey forNewFile(String sealing) throws BackupUnreadable {
        try {
            byte[] recipient = Base64.getDecoder().decode(sealing);
            KeyPair once = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            byte[] point = once.getPublic().getEncoded();
            byte[] head = ByteBuffer.allocate(HEAD)
                    .put(MAGIC)
                    .put(name(recipient))
                    .put(point)
                    .array();
            return new FileKey(head, agree(once.getPrivate(), publicKey(recipient), head, recipient));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupUnreadable("the sealing half of the backup key is no key", e);
        }
    }

    /** The key of the file that begins with {@code head}. */
    static FileKey ofFile(byte[] head, String opening) throws BackupUnreadable {
        if (head.length < HEAD || !begins(head)) {
            throw new BackupUnreadable("this is no backup of the hotline");
        }
        try {
            byte[] recipient = Base64.getDecoder().decode(sealingOf(opening));
            if (!Arrays.equals(name(recipient), Arrays.copyOfRange(head, MAGIC.length, MAGIC.length + NAME))) {
                throw new BackupUnreadable("the backup was sealed for another key than this one");
            }
            PrivateKey mine = KeyFactory.getInstance(CURVE)
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            Base64.getDecoder().decode(opening.substring(0, opening.indexOf('.')))));
            PublicKey once = publicKey(Arrays.copyOfRange(head, MAGIC.length + NAME, HEAD));
            return new FileKey(head, agree(mine, once, head, recipient));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupUnreadable("the backup is no backup or its opening key is no key", e);
        }
    }

    /** Whether {@code bytes} are the first of a backup. */
    static boolean begins(byte[] bytes) {
        return Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length));
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** HKDF with SHA-256 (RFC 5869) over the agreed secret, bound to this head and to this recipient. */
    private static SecretKeySpec agree(PrivateKey mine, PublicKey theirs, byte[] head, byte[] recipient)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        byte[] extracted = mac(LABEL, agreement.generateSecret());
        return new SecretKeySpec(mac(extracted, LABEL, head, recipient, new byte[] {1}), "AES");
    }

    private static byte[] mac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(MAC);
        mac.init(new SecretKeySpec(key, MAC));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Tells keys apart and gives none away. */
    private static byte[] name(byte[] recipient) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(LABEL);
        return Arrays.copyOf(digest.digest(recipient), NAME);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Says nothing of the keys. */
    @Override
    public String toString() {
        return "BackupKeys";
    }
}
