package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LeavesRoomTest {
    private final ByteArrayOutputStream disk = new ByteArrayOutputStream();

    @Test
    void aGigabyteStaysFree() throws IOException {
        try (LeavesRoom out = new LeavesRoom(disk, () -> 1_000_000_003L - disk.size())) {
            out.write(new byte[] {1, 2});
            out.write(3);
            assertThatThrownBy(() -> out.write(4))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("1 GB");
            assertThat(disk.toByteArray()).containsExactly(1, 2, 3);
        }
    }
}
