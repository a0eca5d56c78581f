package vn.mscore.hotline.launcher.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The key of one backup file and the head by which the opening half finds it again. It seals pieces with AES-256-GCM (NIST SP
 * 800-38D); a key belongs to one file, so the number of the piece can be its nonce.
 */
final class FileKey {
    static final int TAG = 16;
    private static final int NONCE = 12;

    private final byte[] head;
    private final SecretKey key;

    FileKey(byte[] head, SecretKey key) {
        this.head = head.clone();
        this.key = key;
    }

    /** The first bytes of the file. */
    byte[] head() {
        return head.clone();
    }

    byte[] seal(long number, boolean last, ByteBuffer piece) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, number, last, piece);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM does not work in this Java", e);
        }
    }

    byte[] open(long number, boolean last, ByteBuffer sealed) throws BackupUnreadable {
        if (sealed.remaining() < TAG) {
            throw new BackupUnreadable("the backup is cut short at its piece " + (number + 1));
        }
        try {
            return crypt(Cipher.DECRYPT_MODE, number, last, sealed);
        } catch (GeneralSecurityException e) {
            throw new BackupUnreadable("the backup is cut short or was altered at its piece " + (number + 1), e);
        }
    }

    /** The head is bound to every piece, and so is whether more follow: nothing can be moved, mixed or cut off unseen. */
    private byte[] crypt(int mode, long number, boolean last, ByteBuffer piece) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher.doFinal(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
}
