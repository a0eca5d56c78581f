package vn.mscore.hotline.complaint.triage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.triage.ComplaintTables.Words;

/**
 * Whether a text names an officer: a title with a name ("ông Nguyễn Văn A") near a word for an office, or such a word with a
 * family name, written large or with the middle name of most people. A title is spelled as in the table, but for texts without diacritics in which a capital letter shows the name.
 * Pure.
 */
final class NamedOfficer {
    private static final Pattern SENTENCE = Pattern.compile("[.!?;\\n]+(\\s|$)");
    /** Between words, of a text and of a row of the table alike; marks of accents that stand by themselves belong to them. */
    static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private static final int NEAR = 9;

    private final List<Words> titles;
    private final List<Words> marked;
    private final List<Words> posts;
    private final List<Words> families;
    private final List<Words> middles;
    private final List<Words> nobody;
    private final List<Words> links;
    private final List<Words> own;

    NamedOfficer(ComplaintTables tables) {
        this.titles = tables.words("title");
        this.marked = titles.stream()
                .filter(title -> titles.stream()
                        .noneMatch(other -> title.isBare()
                                && !other.isBare()
                                && other.plain().equals(title.plain())))
                .toList();
        this.posts = Stream.concat(tables.words("officer").stream(), tables.words("post").stream())
                .filter(post -> titles.stream().noneMatch(title -> title.plain().equals(post.plain())))
                .toList();
        this.families = tables.words("family");
        this.middles = tables.words("middle");
        this.nobody = tables.words("nobody");
        this.links = tables.words("link");
        this.own = tables.words("own");
    }

    /** The title and the office that gave it away, words of our tables. */
    Optional<String> in(String text) {
        Writing writing = Writing.of(text);
        return SENTENCE.splitAsStream(text)
                .map(sentence -> new Sentence(words(sentence), writing))
                .flatMap(sentence -> sentence.named().stream())
                .findFirst();
    }

    private static List<Word> words(String text) {
        return NO_LETTER
                .splitAsStream(Normalizer.normalize(text, Normalizer.Form.NFC))
                .filter(word -> !word.isEmpty())
                .map(word -> new Word(
                        word.toLowerCase(Locale.ROOT),
                        PlainWords.of(word).strip(),
                        Character.isUpperCase(word.codePointAt(0))))
                .toList();
    }

    private record Word(String spelled, String plain, boolean capital) {
        String written(boolean asSpelled) {
            return asSpelled ? spelled : plain;
        }
    }

    /** How the whole text is written. */
    private record Writing(boolean accents, boolean bothCases) {
        static Writing of(String text) {
            List<Word> words = words(text);
            long capitals = words.stream().filter(Word::capital).count();
            return new Writing(
                    words.stream().anyMatch(word -> !word.spelled().equals(word.plain())),
                    capitals > 0 && capitals * 2 < words.size());
        }
    }

    private final class Sentence {
        private final List<Word> words;
        private final Writing writing;

        Sentence(List<Word> words, Writing writing) {
            this.words = words;
            this.writing = writing;
        }

        Optional<String> named() {
            return IntStream.range(0, words.size())
                    .boxed()
                    .flatMap(at -> byTitle(at).or(() -> byFamily(at)).stream())
                    .findFirst();
        }

        private Optional<String> byTitle(int at) {
            return longest(writing.accents() ? marked : titles, at, writing.accents() || !writing.bothCases())
                    .filter(title -> !starts(posts, at) && !endsAt(own, at) && isName(at, at + title.size()))
                    .flatMap(title -> after(at + title.size() + 1)
                            .or(() -> before(at))
                            .map(post -> title.plain() + ", " + post.plain()));
        }

        private Optional<String> byFamily(int at) {
            return longest(posts, at, false)
                    .filter(post -> isFamily(at + post.size())
                            || starts(links, at + post.size()) && isFamily(at + post.size() + 1))
                    .map(Words::plain);
        }

        private boolean isFamily(int at) {
            Optional<Words> family = longest(families, at, writing.accents());
            return family.isPresent()
                    && (isCapital(at) && isCapital(at + 1)
                            || isMiddle(at + family.get().size()));
        }

        /** Written small, a family name may be any word, but not before "văn" or "thị" and one more. */
        private boolean isMiddle(int at) {
            return at + 1 < words.size()
                    && longest(middles, at, writing.accents()).isPresent();
        }

        private boolean isCapital(int at) {
            return at < words.size() && writing.bothCases() && words.get(at).capital();
        }

        /** Whether the word at {@code at} is a name after the title at {@code title}. */
        private boolean isName(int title, int at) {
            if (at >= words.size() || words.get(at).plain().matches("[0-9].*")) {
                return false;
            }
            boolean capital = isCapital(at);
            return (capital || !writing.bothCases())
                    && !starts(posts, at)
                    && (capital
                            || !starts(titles, at)
                                    && !starts(nobody, at)
                                    && !starts(links, at)
                                    && !starts(nobody, title));
        }

        /** An office after the name, with nothing between that tells of another doing. */
        private Optional<Words> after(int from) {
            return IntStream.range(from, Math.min(words.size(), from + NEAR))
                    .takeWhile(at -> IntStream.range(from, at).noneMatch(word -> starts(nobody, word)))
                    .boxed()
                    .flatMap(at -> longest(posts, at, false).stream())
                    .findFirst();
        }

        /** An office right before the title, or with a word between as in "cán bộ là ông". */
        private Optional<Words> before(int title) {
            return Stream.iterate(title, end -> end == title || starts(links, end), end -> end - 1)
                    .flatMap(end -> posts.stream().filter(post -> holds(post, end - post.size(), false)))
                    .findFirst();
        }

        private boolean starts(List<Words> list, int at) {
            return longest(list, at, false).isPresent();
        }

        private boolean endsAt(List<Words> list, int end) {
            return list.stream().anyMatch(one -> holds(one, end - one.size(), false));
        }

        private Optional<Words> longest(List<Words> list, int at, boolean spelled) {
            return list.stream()
                    .filter(one -> holds(one, at, spelled))
                    .reduce((one, other) -> other.size() > one.size() ? other : one);
        }

        private boolean holds(Words one, int at, boolean spelled) {
            List<String> wanted = spelled ? one.spellings() : one.plains();
            return at >= 0
                    && at + wanted.size() <= words.size()
                    && IntStream.range(0, wanted.size())
                            .allMatch(each ->
                                    words.get(at + each).written(spelled).equals(wanted.get(each)));
        }
    }
}
