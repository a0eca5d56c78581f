package vn.mscore.hotline.complaint.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketPermutationTest {
    private final TicketPermutation permutation = new TicketPermutation(new byte[] {1, 2, 3});

    @Test
    void everySequenceShouldHaveItsOwnPlaceWithinRange() {
        BitSet seen = new BitSet();
        for (int i = 0; i < TicketPermutation.SIZE; i++) {
            seen.set(permutation.of(i));
        }
        assertThat(seen.cardinality()).isEqualTo(TicketPermutation.SIZE);
        assertThat(seen.length()).isEqualTo(TicketPermutation.SIZE);
    }

    @Test
    void neighboursShouldNotStayNeighbours() {
        long close = IntStream.range(0, 999)
                .filter(i -> Math.abs(permutation.of(i) - permutation.of(i + 1)) < 100)
                .count();
        assertThat(close).as("expected by chance: 2 in a thousand").isLessThan(20);
    }

    @Test
    void anotherKeyShouldGiveAnotherOrder() {
        TicketPermutation other = new TicketPermutation(new byte[] {1, 2, 4});
        long same = IntStream.range(0, 1000)
                .filter(i -> permutation.of(i) == other.of(i))
                .count();
        assertThat(same).isLessThan(10);
    }

    @Test
    void sequenceBeyondAYearShouldBeRefused() {
        assertThatThrownBy(() -> permutation.of(TicketPermutation.SIZE)).isInstanceOf(IllegalArgumentException.class);
    }
}
