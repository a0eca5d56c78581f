package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @Test
    void keysWithoutValuesAreNotAskedForAndYoungerOnesComeWithTheTables() throws StartRefused {
        for (int year = 1; year <= 4; year++) {
            secrets.keep("personal-" + year + ".key", KEY);
        }
        secrets.keep("secret-2.key", KEY);
        Map<String, String> wanted = KeptApart.fingerprints(secrets, Set.of("personal-1.key"));
        assertThat(wanted).containsOnlyKeys("personal-2.key", "personal-3.key", "personal-4.key", "secret-2.key");

        SecretFiles oldest = SecretFiles.open(home.resolve("oldest"));
        oldest.keep("personal-2.key", KEY);
        oldest.keep("secret-2.key", KEY);
        assertThat(KeptApart.missing(oldest, wanted)).isEmpty();

        SecretFiles younger = SecretFiles.open(home.resolve("younger"));
        younger.keep("personal-4.key", KEY);
        younger.keep("secret-2.key", KEY);
        assertThat(KeptApart.missing(younger, wanted)).containsExactly("personal-2.key", "personal-3.key");

        SecretFiles other = SecretFiles.open(home.resolve("other"));
        other.keep("personal-2.key", KEY);
        other.keep("personal-3.key", "B".repeat(43));
        other.keep("secret-2.key", KEY);
        assertThat(KeptApart.missing(other, wanted)).containsExactly("personal-3.key");
    }

    @ParameterizedTest(name = "{0} where {1} is there: outlived {2}")
    @CsvSource({
        "personal-1.key, personal-3.key, true",
        "personal-3.key, personal-1.key, false",
        "personal-9.key, personal-10.key, true",
        "personal-1.key, secret-3.key, false",
        "index-phone.key, personal-3.key, false"
    })
    void aKeyIsOutlivedByAYoungerOneOfItsLane(String name, String here, boolean outlived) {
        String told = LaneKeys.toldOfOutlived(List.of(name), List.of(here));
        assertThat(told.contains("younger keys than " + name)).isEqualTo(outlived);
        assertThat(told.contains("can never be restored")).isEqualTo(outlived);
    }
}
