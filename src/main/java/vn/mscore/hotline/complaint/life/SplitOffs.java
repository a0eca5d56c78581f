package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Complaints;

/** What was split off a case: it is linked with it, and its words still stand among those of the first. */
@Singleton
class SplitOffs {
    private final Complaints complaints;
    private final Ties ties;

    @Inject
    SplitOffs(Complaints complaints, Ties ties) {
        this.complaints = complaints;
        this.ties = ties;
    }

    /** The parts, with whatever has become of them; none of the secret lane. */
    List<Complaint> of(Complaint first) {
        List<String> words = complaints.words(first);
        return ties.of(first.ticket()).links().stream()
                .flatMap(ticket -> complaints.see(ticket).stream())
                .filter(other -> complaints.words(other).stream().limit(1).anyMatch(part -> isPart(words, part)))
                .toList();
    }

    /** Whether {@code part} is some of one of the {@code words} and not all of it, however it is spaced. */
    static boolean isPart(List<String> words, String part) {
        String plain = plain(part);
        return !plain.isEmpty()
                && words.stream().map(SplitOffs::plain).anyMatch(all -> all.contains(plain) && !all.equals(plain));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
