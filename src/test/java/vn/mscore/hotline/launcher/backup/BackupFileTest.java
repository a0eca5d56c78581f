package vn.mscore.hotline.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackupFileTest {
    private static final Manifest MANIFEST =
            new Manifest("190", Instant.parse("2026-11-28T02:00:00Z"), Map.of("personal-1.key", "abc"));

    private final BackupKeys keys = BackupKeys.make();

    /** A backup with one table of two rows and one file of random, so not deflatable, bytes. */
    private byte[] backup(int fileBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out, keys.sealing());
        writer.manifest(MANIFEST);
        writer.table(new BackupContent.TableHead("unit", List.of("id", "name"), 7));
        writer.row(new byte[][] {bytes("1"), bytes("Khe Sanh")});
        writer.row(new byte[][] {bytes("2"), null});
        writer.endOfTable();
        writer.file(
                new BackupContent.FileHead(Area.RECORDINGS, "ab/abcd", "rw-------"),
                new ByteArrayInputStream(random(fileBytes)));
        assertThat(writer.finish()).isEqualTo(new Totals(1, 2, 1));
        assertThat(writer.readBack(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(new Totals(1, 2, 1));
        return out.toByteArray();
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private BackupReader.Checked check(byte[] file) throws IOException {
        return BackupReader.check(
                new ByteArrayInputStream(file), keys.opening(), Map.of(Area.RECORDINGS, Path.of("rec")));
    }

    @ParameterizedTest(name = "a file of {0} bytes inside")
    @ValueSource(ints = {0, 1, 32_768, 65_536, 65_537, 400_000})
    void whatIsWrittenIsReadAgain(int size) throws Exception {
        byte[] file = backup(size);
        assertThat(check(file)).isEqualTo(new BackupReader.Checked(MANIFEST, new Totals(1, 2, 1)));
        List<String> told = new ArrayList<>();
        BackupReader.read(new ByteArrayInputStream(file), keys.opening(), new Listening(told));
        assertThat(told)
                .containsExactly(
                        "schema 190",
                        "table unit [id, name] 7",
                        "1,Khe Sanh",
                        "2,null",
                        "end",
                        "RECORDINGS ab/abcd rw------- " + Arrays.hashCode(random(size)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a name that nobody can write here, gi\\0y, cannot be written on this machine",
        "outside of its folder, ../elsewhere, outside of its folder",
        "the folder itself, ., outside of its folder"
    })
    void whereEachFileGoesIsKnownBeforeAnythingIsTouched(String what, String path, String told) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out, keys.sealing());
        writer.manifest(MANIFEST);
        writer.file(
                new BackupContent.FileHead(Area.SPOOL, path.replace("\\0", "\0"), "rw-------"),
                new ByteArrayInputStream(random(3)));
        writer.finish();
        InputStream file = new ByteArrayInputStream(out.toByteArray());
        assertThatThrownBy(() -> BackupReader.check(file, keys.opening(), Map.of(Area.SPOOL, Path.of("spool"))))
                .as(what)
                .isInstanceOf(BackupUnreadable.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "a kind of record, 5, , of a newer version",
        "an area, 3, CLOUD, of a newer version",
        "a time, 1, schema#190/taken#yesterday/, does not say when it was taken",
        "no schema, 1, taken#2026-11-28T02:00:00Z/, does not say what it is"
    })
    void whatThisVersionDoesNotKnowIsTold(String what, int kind, String text, String told) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileKey key = BackupKeys.forNewFile(keys.sealing());
        SealedOutput sealed = new SealedOutput(out, key);
        DeflaterOutputStream deflated = new DeflaterOutputStream(sealed, new Deflater(1, true));
        DataOutputStream data = new DataOutputStream(deflated);
        data.writeByte(kind);
        byte[] words =
                text == null ? new byte[0] : bytes(text.replace('#', '\t').replace('/', '\n'));
        data.writeInt(words.length);
        data.write(words);
        data.flush();
        deflated.finish();
        sealed.finish();
        assertThatThrownBy(() -> check(out.toByteArray()))
                .as(what)
                .isInstanceOf(BackupUnreadable.class)
                .hasMessageContaining(told);
    }

    /** Writes down what it is told. */
    private record Listening(List<String> told) implements BackupContent {
        @Override
        public void manifest(Manifest manifest) {
            told.add("schema " + manifest.schema());
        }

        @Override
        public void table(TableHead table) {
            told.add("table " + table.name() + " " + table.columns() + " " + table.nextId());
        }

        @Override
        public void row(byte[][] values) {
            told.add(String.join(
                    ",",
                    Arrays.stream(values)
                            .map(value -> value == null ? "null" : new String(value, StandardCharsets.UTF_8))
                            .toList()));
        }

        @Override
        public void endOfTable() {
            told.add("end");
        }

        @Override
        public void file(FileHead file, InputStream content) throws IOException {
            told.add(file.area() + " " + file.path() + " " + file.permissions() + " "
                    + Arrays.hashCode(content.readAllBytes()));
        }
    }

    @ParameterizedTest(name = "a bit turned in {0}")
    @CsvSource({
        "the magic, 0",
        "the name of the key, 5",
        "the key agreed on, 40",
        "the first piece, 60",
        "the second piece, 70000",
        "the last piece, -100",
        "the last byte, -1"
    })
    void anAlteredBackupIsRefused(String what, int place) throws IOException {
        byte[] file = backup(200_000);
        file[place < 0 ? file.length + place : place] ^= 1;
        assertThatThrownBy(() -> check(file)).as(what).isInstanceOf(BackupUnreadable.class);
    }

    @ParameterizedTest(name = "cut at {0}")
    @ValueSource(ints = {0, 3, 55, 56, 57, 80, 56 + 65_552, 56 + 2 * 65_552, -65_552, -17, -1})
    void aTruncatedBackupIsRefused(int place) throws IOException {
        byte[] file = backup(200_000);
        byte[] cut = Arrays.copyOf(file, place < 0 ? file.length + place : place);
        assertThatThrownBy(() -> check(cut)).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void aBackupWithSomethingBehindItIsRefused() throws IOException {
        byte[] file = backup(10);
        assertThatThrownBy(() -> check(Arrays.copyOf(file, file.length + 1))).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void piecesCannotChangePlaces() throws IOException {
        byte[] file = backup(400_000);
        byte[] swapped = file.clone();
        System.arraycopy(file, 56, swapped, 56 + 65_552, 65_552);
        System.arraycopy(file, 56 + 65_552, swapped, 56, 65_552);
        assertThatThrownBy(() -> check(swapped)).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void piecesOfAnotherBackupDoNotFit() throws IOException {
        byte[] file = backup(200_000);
        byte[] other = backup(200_000);
        System.arraycopy(other, 56, file, 56, 65_552);
        assertThatThrownBy(() -> check(file)).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void aBackupThatWasNeverFinishedIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackupWriter writer = new BackupWriter(out, keys.sealing());
        writer.manifest(MANIFEST);
        assertThatThrownBy(() -> check(out.toByteArray())).isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void anotherKeyOpensNothingAndIsTold() throws IOException {
        byte[] file = backup(10);
        BackupKeys other = BackupKeys.make();
        assertThatThrownBy(() -> BackupReader.check(new ByteArrayInputStream(file), other.opening(), Map.of()))
                .isInstanceOf(BackupUnreadable.class)
                .hasMessageContaining("another key");
    }

    @Test
    void theSealingHalfOpensNothing() throws IOException {
        byte[] file = backup(10);
        assertThatThrownBy(() -> BackupReader.check(new ByteArrayInputStream(file), keys.sealing(), Map.of()))
                .isInstanceOf(BackupUnreadable.class);
    }

    @Test
    void neitherWordsNorTheKeyAreSeenFromOutsideAndNoTwoBackupsAreAlike() throws IOException {
        byte[] file = backup(10);
        String seen = new String(file, StandardCharsets.ISO_8859_1);
        byte[] point = java.util.Base64.getDecoder().decode(keys.sealing());
        assertThat(seen)
                .doesNotContain("Khe Sanh", "unit", "190")
                .doesNotContain(new String(point, 12, 32, StandardCharsets.ISO_8859_1));
        assertThat(Arrays.equals(file, backup(10))).isFalse();
    }
}
