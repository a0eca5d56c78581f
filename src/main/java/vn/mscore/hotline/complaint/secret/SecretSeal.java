package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** Seals under the key of the secret lane. */
@Singleton
class SecretSeal {
    private final PersonalDataCipher cipher;

    @Inject
    SecretSeal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(String table, String column, long row, String text) {
        return cipher.seal(Lane.SECRET, new Place(table, column, row), text);
    }

    /** Empty when there was nothing or it was erased. */
    Optional<String> open(String table, String column, long row, byte[] held) {
        return Optional.ofNullable(held)
                .filter(bytes -> bytes.length > 0)
                .map(bytes -> cipher.open(new Place(table, column, row), bytes));
    }
}
