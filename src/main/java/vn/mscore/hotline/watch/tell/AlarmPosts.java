package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.watch.tell.SqlPosts.Post;

/** Brings posts to the webhook, on a thread of its own and outside any transaction. */
@Singleton
public class AlarmPosts implements Job {
    private final SqlPosts posts;
    private final Webhook webhook;
    private final InTransaction transactions;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    AlarmPosts(SqlPosts posts, Webhook webhook, InTransaction transactions, Clock clock) {
        this.posts = posts;
        this.webhook = webhook;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alarm-posts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int run() {
        List<Post> due = transactions.call(posts::due);
        return (int) due.stream().filter(this::bring).count();
    }

    private boolean bring(Post post) {
        if (!transactions.call(() -> posts.lease(post))) {
            return false;
        }
        boolean taken = webhook.post(post);
        Instant now = clock.instant();
        Optional<Instant> again = taken ? Optional.empty() : PostPlan.after(post.attempts() + 1, post.created(), now);
        transactions.call(() -> {
            again.ifPresentOrElse(at -> posts.again(post, at), () -> posts.close(post, taken));
            return taken;
        });
        return taken;
    }
}
