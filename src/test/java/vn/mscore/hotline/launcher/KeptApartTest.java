package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.launcher.backup.BackupKeys;

class KeptApartTest {
    private static final String KEY = "A".repeat(43);

    @TempDir
    private Path home;

    private SecretFiles secrets;

    @BeforeEach
    void open() throws StartRefused {
        secrets = SecretFiles.open(home.resolve("secrets"));
    }

    @Test
    void bothHalvesAreMadeAtFirstUseAndStay() throws StartRefused {
        String sealing = KeptApart.sealingHalf(secrets);
        assertThat(secrets.read("backup-open.key")).endsWith("." + sealing);
        assertThat(KeptApart.sealingHalf(secrets)).isEqualTo(sealing);
    }

    @Test
    void whereOnlyTheOpeningHalfWasBroughtItTellsTheOther() throws StartRefused {
        BackupKeys brought = BackupKeys.make();
        secrets.keep("backup-open.key", brought.opening());
        assertThat(KeptApart.sealingHalf(secrets)).isEqualTo(brought.sealing());
        assertThat(secrets.read("backup-seal.key")).isEqualTo(brought.sealing());
        assertThat(secrets.read("backup-open.key")).isEqualTo(brought.opening());
    }

    @Test
    void anOpeningHalfThatHoldsNoOtherIsRefused() throws StartRefused {
        secrets.keep("backup-open.key", "half");
        assertThatThrownBy(() -> KeptApart.sealingHalf(secrets))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("backup-open.key");
        assertThat(secrets.has("backup-seal.key")).isFalse();
    }

    @Test
    void aKeyThatIsMissingOrAnotherIsNamedAndMonthlyOnesAreNotAskedFor() throws StartRefused {
        for (String name : new String[] {"dedupe-2026-11.key", "index-phone.key", "personal-1.key"}) {
            secrets.keep(name, KEY);
        }
        Map<String, String> wanted = KeptApart.fingerprints(secrets);
        assertThat(wanted).containsOnlyKeys("index-phone.key", "personal-1.key");
        assertThat(KeptApart.missing(secrets, wanted)).isEmpty();

        SecretFiles elsewhere = SecretFiles.open(home.resolve("elsewhere"));
        elsewhere.keep("index-phone.key", "B".repeat(43));
        assertThat(KeptApart.missing(elsewhere, wanted)).containsExactly("index-phone.key", "personal-1.key");
    }
}
