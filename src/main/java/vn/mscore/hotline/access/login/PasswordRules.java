package vn.mscore.hotline.access.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.Unaccented;

/** What an own password must be (R34): long; not the name, not one of the commonest, not one thing over and over. */
@Singleton
public class PasswordRules {
    /** Most characters. */
    public static final int LONGEST = 128;

    private static final int SHORTEST = 12;
    private static final int FEWEST_SIGNS = 5;
    private static final int SHORTEST_NAME = 4;

    private final Set<String> common;

    /** Reads the packed list {@code access/common-passwords.txt}. */
    @Inject
    public PasswordRules() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("/access/common-passwords.txt"), StandardCharsets.UTF_8))) {
            common = lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why {@code password} is no good for {@code login}; empty when it is. */
    Optional<Reason> fault(String login, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return refusal("short", "a password has at least 12 characters");
        }
        if (password.length() > LONGEST) {
            return refusal("long", "a password has at most 128 characters");
        }
        String bare = bare(password);
        if (holds(bare, bare(login)) || common.contains(bare) || common.contains(stem(bare))) {
            return refusal("common", "this password is too easy to guess");
        }
        return password.chars().distinct().count() < FEWEST_SIGNS
                ? refusal("common", "this password is too easy to guess")
                : Optional.empty();
    }

    /** {@code Mậtkhẩu!!} and {@code matkhau} are one guess. */
    private static String bare(String text) {
        return Unaccented.of(text).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static boolean holds(String password, String login) {
        return login.length() >= SHORTEST_NAME && password.contains(login);
    }

    private static String stem(String bare) {
        return bare.replaceAll("^[0-9]+|[0-9]+$", "");
    }

    private static Optional<Reason> refusal(String code, String sentence) {
        return Optional.of(new Reason("password." + code, sentence));
    }
}
