package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;

/** How the columns of a ticket are sealed and indexed, in either lane. */
@Singleton
class Seals {
    private final PersonalDataCipher cipher;
    private final BlindIndex index;

    @Inject
    Seals(PersonalDataCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    Optional<byte[]> phone(long id, boolean secret, Optional<PhoneNumber> phone) {
        return phone.map(number -> cipher.seal(lane(secret), place("phone_sealed", id), number.e164()));
    }

    Optional<PhoneNumber> phone(long id, byte[] sealed) {
        return Optional.ofNullable(sealed).map(bytes -> new PhoneNumber(cipher.open(place("phone_sealed", id), bytes)));
    }

    Optional<byte[]> about(long id, boolean secret, Optional<DossierCode> code) {
        return code.map(dossier -> cipher.seal(lane(secret), place("about_sealed", id), dossier.value()));
    }

    Optional<DossierCode> about(long id, byte[] sealed) {
        return Optional.ofNullable(sealed).map(bytes -> new DossierCode(cipher.open(place("about_sealed", id), bytes)));
    }

    byte[] words(long id, boolean secret, String text) {
        return cipher.seal(lane(secret), words(id), text);
    }

    String words(long id, byte[] sealed) {
        return opened(words(id), sealed);
    }

    /** No index of the numbers of the secret lane: with the key leaked, all numbers of Vietnam are tried in minutes. */
    Optional<byte[]> index(boolean secret, Optional<PhoneNumber> phone) {
        return secret ? Optional.empty() : phone.map(number -> index.of(Purpose.PHONE, number));
    }

    /** Finds tickets about the same dossier for two months; none in the secret lane. */
    Optional<byte[]> aboutDigest(boolean secret, Optional<DossierCode> code) {
        return secret ? Optional.empty() : code.map(dossier -> digest(about(dossier)));
    }

    static String about(DossierCode code) {
        return "complaint-about|" + code.value();
    }

    /** Seals what the offices write: a note, a reason, what waits. */
    byte[] office(Place place, boolean secret, String text) {
        return cipher.seal(lane(secret), place, text);
    }

    String office(Place place, byte[] sealed) {
        return opened(place, sealed);
    }

    /** What was erased is empty. */
    private String opened(Place place, byte[] sealed) {
        return sealed.length == 0 ? "" : cipher.open(place, sealed);
    }

    byte[] digest(String text) {
        return index.of(Purpose.DEDUPE, text);
    }

    List<byte[]> digests(String text) {
        return index.all(Purpose.DEDUPE, text);
    }

    /** What finds the open ticket of a sender; different in each lane, so that lanes cannot be joined. */
    static String sender(PhoneNumber phone, boolean secret) {
        return (secret ? "complaint-sender-secret|" : "complaint-sender|") + phone.e164();
    }

    private static Lane lane(boolean secret) {
        return secret ? Lane.SECRET : Lane.PERSONAL;
    }

    private static Place place(String column, long id) {
        return new Place("complaint", column, id);
    }

    private static Place words(long id) {
        return new Place("complaint_words", "words_sealed", id);
    }
}
