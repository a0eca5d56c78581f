package vn.mscore.hotline.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a {@link SignedPost} goes.
 *
 * @param uri http or https, without name and password
 * @param secret what it is signed with, 24 characters or more
 */
public record PostAddress(URI uri, String secret) {
    private static final int SHORTEST = 24;

    /** The address in setting {@code key}, with the secret in {@code secretKey}; empty when not set. What is wrong refuses the start. */
    public static Optional<PostAddress> from(Settings settings, String key, String secretKey) {
        return settings.text(key).filter(text -> !text.isBlank()).map(text -> {
            URI uri = uri(key, text.strip());
            String secret = settings.text(secretKey).orElse("");
            Settings.WrongSetting.unless(
                    secret.length() >= SHORTEST, secretKey, "must have at least " + SHORTEST + " characters");
            return new PostAddress(uri, secret);
        });
    }

    private static URI uri(String key, String text) {
        try {
            URI uri = new URI(text);
            boolean usable = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            Settings.WrongSetting.unless(usable, key, "must be an http or https address");
            return uri;
        } catch (URISyntaxException e) {
            throw new Settings.WrongSetting(key, "must be an http or https address");
        }
    }

    /** Without the secret, and without what the address may hold of one. */
    @Override
    public String toString() {
        return "PostAddress[" + uri.getHost() + "]";
    }
}
