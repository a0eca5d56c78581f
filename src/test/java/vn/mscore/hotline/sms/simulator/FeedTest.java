package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedTest {
    private final Feed feed = new Feed();

    @Test
    void aPageThatWasAwayGetsWhatItMissed() {
        feed.add("message", 11);
        feed.add("switches", 0);
        feed.add("message", 12);
        assertThat(feed.after(1, 10)).extracting(Feed.Change::message).containsExactly(0L, 12L);
        assertThat(feed.reachesBack(1)).isTrue();
        assertThat(feed.after(3, 10)).isEmpty();
    }

    @Test
    void aPageThatWasAwayTooLongIsToldToLoadAnew() {
        for (int i = 0; i < 5_000; i++) {
            feed.add("message", i);
        }
        assertThat(feed.reachesBack(10)).isFalse();
        assertThat(feed.reachesBack(4_990)).isTrue();
    }

    @Test
    void aNumberOfAnotherRunReachesNowhere() {
        feed.add("message", 1);
        assertThat(feed.reachesBack(77)).isFalse();
        assertThat(new Feed().reachesBack(0)).isTrue();
    }

    @Test
    void waitingEndsAtItsLimit() throws InterruptedException {
        feed.await(0, 20);
        assertThat(feed.last()).isZero();
    }
}
