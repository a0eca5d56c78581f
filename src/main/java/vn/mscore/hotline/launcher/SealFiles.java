package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.access.AuditSeals;

/** Where seals of the trail are kept: on this machine, and with a witness. */
record SealFiles(PrintStream out) {
    AuditSeals read(GatewaySettings settings, Optional<Path> heads) throws StartRefused {
        Path own = settings.var().resolve(AuditSeal.FILE);
        boolean sealed = Files.exists(own);
        if (!sealed && heads.isEmpty()) {
            return new AuditSeals("");
        }
        if (!settings.secrets().has(AuditSeal.SECRET)) {
            throw new StartRefused("the secret " + AuditSeal.SECRET + ", which signs seals, is missing");
        }
        AuditSeals seals = new AuditSeals(settings.secrets().read(AuditSeal.SECRET));
        if (sealed) {
            seals.add(AuditSeal.FILE, lines(own));
        }
        if (heads.isPresent()) {
            witnessed(seals, heads.get());
        }
        return seals;
    }

    /** A file without a head proves nothing: that must not pass for a proof. */
    private void witnessed(AuditSeals seals, Path file) throws StartRefused {
        List<String> heads = lines(file);
        AuditSeal newest = seals.add(file.toString(), heads)
                .orElseThrow(() -> new StartRefused("there is no head of ours in " + file));
        out.println("[hotline] audit trail: " + heads.size() + " heads of the witness, the newest of line "
                + newest.seq() + " at " + newest.at() + "; what came later is proved by this machine alone");
    }

    private static List<String> lines(Path file) throws StartRefused {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StartRefused(file + " cannot be read", e);
        }
    }
}
