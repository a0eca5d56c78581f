package vn.mscore.hotline.voice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.voice.RecordingId;

class SealedSoundTest {
    private static final RecordingId ID = new RecordingId("0b6c0f0e-3a43-4a6e-9a9e-000000000001");
    private static final int PIECE = 32 * 1024;

    @TempDir
    Path folder;

    private final byte[] key = new byte[32];

    private byte[] write(Path sealed, int length) throws IOException {
        byte[] clear = new byte[length];
        new Random(7).nextBytes(clear);
        Path source = Files.write(folder.resolve("source"), clear);
        SealedSound.Written written = new SealedSound(sealed, ID, key).write(source);
        assertThat(written.bytes()).isEqualTo(length);
        assertThat(written.digest()).isEqualTo(SealedSound.digest(source));
        return clear;
    }

    private byte[] read(Path sealed, RecordingId id, long from) throws IOException {
        try (InputStream in = new SealedSound(sealed, id, key).open(from)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 100_000})
    void whatWasSealedOpensFromAnyByte(int length) throws IOException {
        Path sealed = folder.resolve("ab/sealed");
        byte[] clear = write(sealed, length);
        for (int from : new int[] {0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, length - 1, length}) {
            if (from >= 0 && from <= length) {
                assertThat(read(sealed, ID, from))
                        .as("from " + from)
                        .isEqualTo(Arrays.copyOfRange(clear, from, length));
            }
        }
    }

    @Test
    void noPieceOfTheSourceIsInTheSealedFile() throws IOException {
        Path sealed = folder.resolve("sealed");
        String clear = new String(write(sealed, 1000), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(Files.readString(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(clear.substring(100, 116));
    }

    @Test
    void aChangedByteDoesNotOpen() throws IOException {
        Path sealed = folder.resolve("sealed");
        write(sealed, 100_000);
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(sealed, bytes);
        assertThatThrownBy(() -> read(sealed, ID, 0)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 40_000})
    void aFileCutShortDoesNotOpenToItsEnd(int less) throws IOException {
        Path sealed = folder.resolve("sealed");
        write(sealed, 100_000);
        byte[] bytes = Files.readAllBytes(sealed);
        Files.write(sealed, Arrays.copyOf(bytes, bytes.length - less));
        assertThatThrownBy(() -> read(sealed, ID, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileCutAtAPieceDoesNotPassForAShorterRecording() throws IOException {
        Path sealed = folder.resolve("sealed");
        write(sealed, 3 * PIECE);
        Files.write(sealed, Arrays.copyOf(Files.readAllBytes(sealed), 4 + 2 * (PIECE + 16)));
        assertThatThrownBy(() -> read(sealed, ID, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void theRecordingOfAnotherDoesNotOpenUnderItsName() throws IOException {
        Path sealed = folder.resolve("sealed");
        write(sealed, 1000);
        RecordingId other = new RecordingId("0b6c0f0e-3a43-4a6e-9a9e-000000000002");
        assertThatThrownBy(() -> read(sealed, other, 0)).isInstanceOf(IOException.class);
    }
}
