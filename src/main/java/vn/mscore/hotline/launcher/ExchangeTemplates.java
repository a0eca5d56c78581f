package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code ivr-scripts/dialplan} with the deployer's values; the result holds secrets and only its owner reads it. */
final class ExchangeTemplates {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+(?:\\.[a-z]+)*)@");
    private static final String FOLDER = "/ivr/dialplan/";
    private static final String NO_TRUNK = "; No trunk is set: calls come from the operators' telephones only.\n";

    private static final List<String> PLAIN = List.of(
            "acl.conf",
            "asterisk.conf",
            "ccss.conf",
            "cdr.conf",
            "cel.conf",
            "extensions.conf",
            "features.conf",
            "indications.conf",
            "logger.conf",
            "manager.conf",
            "modules.conf",
            "musiconhold.conf",
            "pjproject.conf",
            "pjsip.conf",
            "queuerules.conf",
            "queues.conf",
            "rtp.conf",
            "udptl.conf");

    private ExchangeTemplates() {}

    /** All files by name. */
    static Map<String, String> render(ExchangeValues values) {
        Map<String, String> files = new TreeMap<>();
        PLAIN.forEach(name -> files.put(name, fill(name, values.values())));
        files.put("pjsip-trunk.conf", trunk(values));
        StringBuilder devices = new StringBuilder();
        new TreeMap<>(values.devices()).forEach((device, secret) -> {
            Map<String, String> own = new HashMap<>(values.values());
            own.put("device", device);
            own.put("device.secret", secret);
            devices.append(fill("pjsip-device.conf", own)).append('\n');
        });
        files.put("pjsip-devices.conf", devices.toString());
        return files;
    }

    private static String trunk(ExchangeValues values) {
        if (!values.hasTrunk()) {
            return NO_TRUNK;
        }
        String account = values.hasAccount() ? "\n" + fill("pjsip-account.conf", values.values()) : "";
        return fill("pjsip-trunk.conf", values.values()) + account;
    }

    private static String fill(String name, Map<String, String> values) {
        return PLACE.matcher(packed(FOLDER + name)).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException(name + " asks for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A packed text file. */
    static String packed(String path) {
        try (InputStream in = ExchangeTemplates.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not packed");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** Writes {@code files} into {@code folder}; false when all of them were there already. */
    static boolean write(Map<String, String> files, Path folder) throws IOException {
        ExchangeFolders.make(folder);
        boolean changed = false;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (Files.exists(path) && Files.readString(path).equals(file.getValue())) {
                continue;
            }
            changed = true;
            Path draft = folder.resolve(file.getKey() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, file.getValue());
            Files.move(draft, path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return changed;
    }
}
