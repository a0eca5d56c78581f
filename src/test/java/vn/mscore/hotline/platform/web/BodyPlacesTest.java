package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BodyPlacesTest {
    private long now = Long.MAX_VALUE - 5;
    private final BodyPlaces places = new BodyPlaces(new BodyPlaces.Limits(3, 2, 5), () -> now);

    @Test
    void oneAddressHasItsShareAndTheOthersTheRest() {
        assertThat(places.enter("a")).isPresent();
        assertThat(places.enter("a")).isPresent();
        assertThat(places.enter("a")).as("its share").isEmpty();
        assertThat(places.enter("b")).isPresent();
        assertThat(places.enter("c")).as("the last is taken").isEmpty();
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsLeft() {
        BodyPlaces.Place first = places.enter("a").orElseThrow();
        assertThat(places.enter("a")).isPresent();
        first.leave();
        first.leave();
        assertThat(places.enter("a")).isPresent();
        assertThat(places.enter("a")).isEmpty();
    }

    @Test
    void theSlowestHasToGoForTheNextAndHoldsHisThreadUntilHeNotices() {
        BodyPlaces.Place first = places.enter("a").orElseThrow();
        BodyPlaces.Place second = places.enter("b").orElseThrow();
        pass(1100);
        BodyPlaces.Place third = places.enter("c").orElseThrow();
        assertThat(first.isOver()).isFalse();
        assertThat(places.enter("d")).isPresent();
        assertThat(first.isOver()).as("the oldest").isTrue();
        assertThat(places.enter("e")).isPresent();
        assertThat(second.isOver()).isTrue();
        pass(1100);
        assertThat(places.enter("f")).as("five threads are held").isEmpty();
        assertThat(third.isOver()).isFalse();
        first.leave();
        assertThat(places.enter("f")).isPresent();
        assertThat(third.isOver()).isTrue();
    }

    @Test
    void oneAddressSendsAwayItsOwn() {
        BodyPlaces.Place other = places.enter("b").orElseThrow();
        BodyPlaces.Place first = places.enter("a").orElseThrow();
        assertThat(places.enter("a")).isPresent();
        pass(1100);
        assertThat(places.enter("a")).isPresent();
        assertThat(first.isOver()).isTrue();
        assertThat(other.isOver()).isFalse();
    }

    @Test
    void allPlacesComeBack() {
        for (int i = 0; i < 1000; i++) {
            places.enter("a" + i % 5).orElseThrow().leave();
        }
        assertThat(places.enter("a")).isPresent();
        assertThat(places.enter("b")).isPresent();
        assertThat(places.enter("c")).isPresent();
    }

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
