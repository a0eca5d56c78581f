package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.desk.ivr.BrokenOff.Where;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.Sound;
import vn.mscore.hotline.voice.Speech;
import vn.mscore.hotline.wording.Prompts;

/** One call as the branches of the tree see it: the caller, the voice, the place, and what the talk is about. */
@Vetoed
final class Dialogue {
    private static final String VIETNAMESE = "vi";
    private static final String PAUSE = "im-lang";

    private final Call call;
    private final Prompts prompts;
    private final Map<Place, Step> tree;
    private String pack = VIETNAMESE;
    private boolean slow;
    private boolean left;
    private int misses;
    private Keys ahead = Keys.none();
    private Place place = Place.MAIN;
    private Place before = Place.MAIN;
    private Optional<DossierCode> about = Optional.empty();
    private Optional<DossierCode> proved = Optional.empty();
    private Optional<Spoken> unsent = Optional.empty();
    private Optional<Where> later = Optional.empty();
    private boolean confiding;
    private boolean sealed;

    Dialogue(Call call, Prompts prompts, Map<Place, Step> tree) {
        this.call = call;
        this.prompts = prompts;
        this.tree = tree;
        this.confiding = call.start().sealed();
        this.sealed = confiding;
    }

    /** The number shown; no right follows from it alone. */
    Optional<PhoneNumber> caller() {
        return call.start().caller();
    }

    String callId() {
        return call.start().id();
    }

    Optional<String> reference() {
        return call.start().reference();
    }

    void say(Said... said) {
        call.say(speech(List.of(said)));
    }

    /** Says it to its end: keys typed for a question that does not come must not cut it. */
    void tell(Said said) {
        call.tell(speech(List.of(said)));
    }

    void play(RecordingId recording) {
        call.say(new Speech(List.of(Sound.recording(recording))));
    }

    Keys ask(List<Said> question, Entry usual) {
        Entry entry = slow ? usual.unhurried() : usual;
        Keys early = ahead;
        ahead = Keys.none();
        if (early.isNone()) {
            return call.ask(speech(question), entry);
        }
        return early.hash() || early.pressed().length() >= entry.most() ? early : goOn(early, entry);
    }

    private Keys goOn(Keys early, Entry entry) {
        int missing = entry.most() - early.pressed().length();
        Keys rest = call.ask(Speech.silent(), new Entry(missing, entry.between(), entry.between()));
        return new Keys(early.pressed() + rest.pressed(), rest.hash());
    }

    /** Gives keys back that were meant for the next question; what it lacks to an answer is waited for. */
    void putBack(Keys keys) {
        ahead = keys;
    }

    /** Whether keys were typed by heart, before the next question was heard. */
    boolean isTypedAhead() {
        return !ahead.isNone() || call.hasKeys();
    }

    /** Whether what was said just now was cut short by this key; the key is used up, whichever it was. */
    boolean isCutBy(String key) {
        return isTypedAhead() && ask(List.of(), Entry.oneKey()).pressed().equals(key);
    }

    Recorded record(Errand errand) {
        return call.record(errand.order().heardIn(pack));
    }

    void leave(Exit exit) {
        left = true;
        call.leave(exit);
    }

    boolean hasLeft() {
        return left;
    }

    private Speech speech(List<Said> said) {
        String voice = slow ? pack + Prompts.SLOWER : pack;
        List<String> pieces = new ArrayList<>();
        for (Said sentence : said) {
            for (String piece : prompts.say(sentence.prompt(), voice, sentence.values())) {
                pieces.add(piece);
                if (slow) {
                    pieces.addAll(prompts.say(PAUSE, pack, Map.of()));
                }
            }
        }
        return Speech.of(pieces);
    }

    void speaks(String voicePack) {
        pack = voicePack;
    }

    boolean isSlow() {
        return slow;
    }

    /** A pause behind every piece of what is said, or none again. */
    void goSlow(boolean slower) {
        slow = slower;
    }

    /** The beginning of another branch. */
    Step to(Place next) {
        return talk -> {
            talk.before = talk.place;
            talk.place = next;
            return tree.get(next).take(talk);
        };
    }

    Place place() {
        return place;
    }

    /** The branch the talk was in before this one. */
    Place cameFrom() {
        return before;
    }

    /** Notes where the talk is without going there. */
    void isAt(Place where) {
        place = where;
    }

    /** Who wants a person first may go on with that place in the next call. */
    void isOfferedLater(Where where) {
        later = Optional.of(where);
    }

    /** Where the next call may go on: here, unless this place is none, or only on the way to a person. */
    Optional<Where> next() {
        Optional<Where> here =
                Optional.of(new Where(place.name(), about)).filter(where -> place.resumable() && unsent.isEmpty());
        return confiding
                ? Optional.empty()
                : here.filter(where -> place != Place.OPERATOR).or(() -> later).or(() -> here);
    }

    /** What the next call may go on with though this one came to its end. */
    Optional<Where> offeredLater() {
        return later.filter(where -> !confiding);
    }

    Optional<DossierCode> about() {
        return about;
    }

    void talksAbout(Optional<DossierCode> dossier) {
        about = dossier;
    }

    /** Whether the PIN of this dossier's receipt was shown in this call. */
    boolean hasProved(DossierCode dossier) {
        return proved.filter(dossier::equals).isPresent();
    }

    void proves(DossierCode dossier) {
        proved = Optional.of(dossier);
    }

    /** Counts what was not found; tells how often so far. */
    int missed() {
        return ++misses;
    }

    Optional<Spoken> unsent() {
        return unsent;
    }

    /** Whether the caller came to report in secret: words for the desk are sealed too, and the place is forgotten. */
    boolean isConfiding() {
        return confiding;
    }

    void confides(boolean inSecret) {
        // Who hangs up in between leaves no trace either.
        confiding |= inSecret;
        lane(inSecret);
        confiding = inSecret;
    }

    /** What is asked for now is sealed, whether or not the caller came for that: the exchange must know before it is said. */
    void seals() {
        lane(true);
    }

    private void lane(boolean secret) {
        if (sealed != secret) {
            call.inSecret(secret);
        }
        sealed = secret;
    }

    /** Words the caller has spoken and not yet sent: kept when the line drops. */
    void holds(Optional<Spoken> words) {
        unsent = words;
    }
}
