package vn.mscore.hotline.access.login;

import java.util.Locale;

/** Codes that an administrator hands to a person: 80 random bits, for one sign-in. */
final class Invitations {
    private static final int CHARACTERS = 16;

    private Invitations() {}

    static String make() {
        return Secrets.handCode(CHARACTERS);
    }

    /** What is hashed: however the code was typed. */
    static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
