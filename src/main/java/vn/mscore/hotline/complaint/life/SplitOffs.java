package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;

/** What was split off a case: it is linked with it, and its words still stand among those of the first. */
@Singleton
class SplitOffs {
    private static final Set<State> OPEN =
            EnumSet.of(State.MOI, State.PHAN_LOAI, State.DA_CHUYEN, State.DANG_XU_LY, State.MO_LAI);

    private final Complaints complaints;
    private final Ties ties;

    @Inject
    SplitOffs(Complaints complaints, Ties ties) {
        this.complaints = complaints;
        this.ties = ties;
    }

    /** The parts, with whatever has become of them; none of the secret lane. */
    List<Complaint> of(Complaint first) {
        return ties.of(first.ticket()).links().stream()
                .flatMap(ticket -> complaints.see(ticket).stream())
                .filter(other -> isOf(first, other))
                .toList();
    }

    /** What {@code part} was split off, while its words may still be taken out of everybody's sight; none of the secret lane. */
    Optional<Complaint> first(Complaint part) {
        return ties.of(part.ticket()).links().stream()
                .flatMap(ticket -> complaints.see(ticket).stream())
                .filter(other -> OPEN.contains(other.state()))
                .filter(other -> isOf(other, part))
                .findFirst();
    }

    private boolean isOf(Complaint first, Complaint part) {
        List<String> words = complaints.words(first);
        return complaints.words(part).stream().limit(1).anyMatch(text -> isPart(words, text));
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
