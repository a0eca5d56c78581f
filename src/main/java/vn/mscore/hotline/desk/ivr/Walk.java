package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.desk.ivr.BrokenOff.Where;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.wording.Prompts;

/** Leads a caller from moment to moment; when the line drops, keeps the words and the place. */
@Singleton
class Walk {
    /** More moments than any patient caller needs: a machine that presses keys for ever is seen off. */
    private static final int MOST = 150;

    private final Map<Place, Step> tree = new EnumMap<>(Place.class);
    private final Prompts prompts;
    private final TakingWords words;
    private final BrokenOff places;
    private final InTransaction transaction;

    /** Collects the branches; refuses the start when a place has none. */
    @Inject
    Walk(Instance<Branch> branches, Prompts prompts, TakingWords words, BrokenOff places, InTransaction transaction) {
        branches.forEach(branch -> tree.putAll(branch.begins()));
        this.prompts = prompts;
        this.words = words;
        this.places = places;
        this.transaction = transaction;
        Set<Place> bare = EnumSet.allOf(Place.class);
        bare.removeAll(tree.keySet());
        if (!bare.isEmpty()) {
            throw new IllegalStateException("no branch is at " + bare);
        }
    }

    /** Walks from {@code first} to the end of the conversation or of the call. */
    void walk(Call call, Step first) {
        Dialogue talk = new Dialogue(call, prompts, tree);
        try {
            toTheEnd(talk, first);
            remember(talk, talk.offeredLater());
        } catch (CallerGone gone) {
            remember(talk, talk.next());
            throw gone;
        } finally {
            words.keepUnsent(talk);
        }
    }

    private static void toTheEnd(Dialogue talk, Step first) {
        Step next = first;
        for (int i = 0; i < MOST && next != Step.END; i++) {
            next = next.take(talk);
        }
        if (!talk.hasLeft()) {
            talk.say(Said.of("tam-biet"));
            talk.leave(Exit.HANG_UP);
        }
    }

    /**
     * Whose words are kept has nothing to go on with; who came in secret leaves no trace. Behind a landline, an office's or a
     * counter's, the next caller may be somebody else: nobody is offered where another's call broke off.
     */
    private void remember(Dialogue talk, Optional<Where> next) {
        Optional<PhoneNumber> own = talk.caller().filter(PhoneNumber::isVietnameseMobile);
        own.ifPresent(phone -> next.ifPresent(where -> transaction.run(() -> places.keep(phone, where))));
    }
}
