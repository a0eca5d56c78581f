package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.sms.Correspondent;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.SecretMessages;
import vn.mscore.hotline.sms.TextDigest;
import vn.mscore.hotline.sms.inbox.PartMatch.Candidate;
import vn.mscore.hotline.sms.inbox.PartMatch.Piece;
import vn.mscore.hotline.sms.inbox.SqlMessages.Draft;
import vn.mscore.hotline.sms.inbox.SqlMessages.Late;
import vn.mscore.hotline.sms.inbox.SqlSets.Filled;
import vn.mscore.hotline.sms.inbox.SqlSets.State;
import vn.mscore.hotline.sms.inbox.SqlSets.Text;

/**
 * Joins parts, which live in the database from the first one on. After the time-out a message is handed over with its
 * gaps marked {@code [...]}; a part that comes later follows as a message that continues it. All under the sender's turn.
 */
@Singleton
class LongMessages {
    static final String GAP = "[...]";

    private static final Logger LOG = Logger.getLogger(LongMessages.class.getName());
    private static final Duration REPEATED = Duration.ofHours(2);

    private final SqlParts parts;
    private final SqlSets sets;
    private final SqlMessages messages;
    private final SenderGuard guard;
    private final SecretMessages secrets;
    private final BlindIndex blind;
    private final PersonalDataCipher cipher;
    private final Ids ids;
    private final InboxSettings settings;

    @Inject
    LongMessages(
            SqlParts parts,
            SqlSets sets,
            SqlMessages messages,
            SenderGuard guard,
            SecretMessages secrets,
            BlindIndex blind,
            PersonalDataCipher cipher,
            Ids ids,
            Settings settings) {
        this.parts = parts;
        this.sets = sets;
        this.messages = messages;
        this.guard = guard;
        this.secrets = secrets;
        this.blind = blind;
        this.cipher = cipher;
        this.ids = ids;
        this.settings = InboxSettings.from(settings);
    }

    /** Stores a part and, when it was the last missing one, the message. */
    Stored add(Arrival arrival) {
        parts.takeTurn(arrival.sender().index());
        if (parts.wasThereBefore(arrival)) {
            return Stored.DUPLICATE;
        }
        byte[] digest = TextDigest.of(arrival.part().text(), blind);
        List<byte[]> keys = arrival.setKeys(blind);
        List<Filled> known = sets.withKeys(keys, arrival.at());
        Piece piece = new Piece(
                arrival.part().concat().orElseThrow().number(),
                arrival.part().sentAt().orElse(null),
                arrival.at(),
                digest);
        Optional<Filled> home = home(piece, known);
        long id = home.map(filled -> filled.set().id()).orElseGet(ids::next);
        if (!parts.insert(arrival, id, digest)) {
            return Stored.DUPLICATE;
        }
        home.ifPresentOrElse(filled -> fill(filled, piece, arrival), () -> begin(id, keys.get(0), arrival));
        return Stored.NEW;
    }

    private static Optional<Filled> home(Piece piece, List<Filled> known) {
        List<Candidate> waiting = known.stream()
                .filter(filled ->
                        filled.set().state() == State.OPEN || filled.set().state() == State.PARTIAL)
                .map(Filled::candidate)
                .toList();
        return PartMatch.choose(piece, waiting).flatMap(chosen -> known.stream()
                .filter(filled -> filled.set().id() == chosen.id())
                .findFirst());
    }

    private void fill(Filled filled, Piece piece, Arrival arrival) {
        SqlSets.Set set = filled.set();
        if (set.state() == State.PARTIAL) {
            continueMessage(set, piece, arrival);
        } else if (filled.candidate().pieces().size() + 1 == set.total()) {
            handOver(set, State.COMPLETE);
            Failpoint.hit("sms.assemble.beforeCommit");
        }
    }

    private void begin(long id, byte[] key, Arrival arrival) {
        byte[] sender = arrival.sender().index();
        int total = arrival.part().concat().orElseThrow().total();
        sets.insert(
                new SqlSets.Set(id, key, sender, total, State.OPEN, arrival.at()),
                arrival.at().plus(settings.partTimeout()));
        List<SqlSets.Set> open = sets.openOf(sender);
        int tooMany = open.size() - settings.setsPerSender();
        open.stream().limit(Math.max(0, tooMany)).forEach(this::giveUp);
    }

    /** Hands over what there is of an open set; the caller holds the sender's turn. */
    void giveUp(SqlSets.Set set) {
        List<Filled> siblings = sets.withKeys(List.of(set.key()), set.receivedAt());
        Optional<Filled> self = siblings.stream()
                .filter(filled -> filled.set().id() == set.id())
                .findFirst();
        self.flatMap(mine ->
                        siblings.stream().filter(other -> repeats(other, mine)).findFirst())
                .ifPresentOrElse(whole -> repeated(set, whole.set()), () -> handOver(set, State.PARTIAL));
    }

    /** The copies lie with what they repeat, in its lane and as long as it is kept. */
    private void repeated(SqlSets.Set set, SqlSets.Set whole) {
        sets.close(set.id(), State.REPEAT);
        sets.layWith(set.id(), whole.id());
        concealWith(whole.id(), whole.id());
    }

    private void concealWith(long text, long piece) {
        if (messages.isSecret(text)) {
            secrets.conceal(piece);
        }
    }

    // The network brings a part twice with another time stamp; what is word for word in a whole message needs no
    // reader.
    private static boolean repeats(Filled whole, Filled part) {
        return whole.set().id() != part.set().id()
                && (whole.set().state() == State.COMPLETE || whole.set().state() == State.PARTIAL)
                && Duration.between(whole.set().receivedAt(), part.set().receivedAt())
                                .abs()
                                .compareTo(REPEATED)
                        <= 0
                && PartMatch.contains(whole.candidate(), part.candidate());
    }

    private void handOver(SqlSets.Set set, State state) {
        List<Text> texts = sets.texts(set.id());
        Text first = texts.get(0);
        String missing = missing(texts, set.total());
        messages.insert(new Draft(
                set.id(),
                first.line(),
                sender(first),
                joined(texts, set.total()),
                guard.isFlood(set.sender(), set.receivedAt()),
                set.receivedAt(),
                first.sentAt(),
                missing,
                null));
        sets.close(set.id(), state);
        if (missing != null) {
            LOG.log(Level.INFO, "message {0} handed over incomplete, parts missing: {1}", new Object[] {
                Long.toString(set.id()), missing
            });
        }
    }

    private void continueMessage(SqlSets.Set set, Piece piece, Arrival arrival) {
        String text =
                (piece.number() > 1 ? GAP : "") + arrival.part().text() + (piece.number() < set.total() ? GAP : "");
        long id = ids.next();
        messages.insert(new Draft(
                id,
                arrival.part().line(),
                arrival.sender(),
                text,
                guard.isFlood(set.sender(), arrival.at()),
                arrival.at(),
                piece.sentAt(),
                null,
                new Late(set.id(), piece.number())));
        concealWith(set.id(), id);
    }

    private Correspondent sender(Text text) {
        String sender = cipher.open(
                new PersonalDataCipher.Place("sms_part", "sender_sealed", text.partId()), text.senderSealed());
        return Correspondent.of(sender, blind);
    }

    /** The text of these parts, in their order, its gaps marked. */
    static String joined(List<Text> texts, int total) {
        StringBuilder whole = new StringBuilder();
        int next = 1;
        for (Text text : texts) {
            whole.append(text.number() > next ? GAP : "").append(text.text());
            next = text.number() + 1;
        }
        return whole.append(next <= total ? GAP : "").toString();
    }

    private static String missing(List<Text> texts, int total) {
        List<Integer> there = texts.stream().map(Text::number).toList();
        List<String> gaps = new ArrayList<>();
        for (int number = 1; number <= total; number++) {
            if (!there.contains(number)) {
                gaps.add(Integer.toString(number));
            }
        }
        String list = String.join(",", gaps);
        String listed = list.length() > 240 ? list.substring(0, 240) + ".." : list;
        return gaps.isEmpty() ? null : listed + "/" + total;
    }
}
