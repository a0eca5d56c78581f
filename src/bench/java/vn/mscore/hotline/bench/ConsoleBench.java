package vn.mscore.hotline.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseSearch;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * {@code CASES MESSAGES}: registers cases through the rooms (sealed, indexed), adds messages by SQL, then reads the
 * operator's queue, its counts and the search, 20 a second for a minute each, without HTTP and without drawing the page.
 * Prints percentiles in milliseconds.
 */
public final class ConsoleBench {
    private static final int BATCH = 200;
    private static final int NUMBERS = 50_000;
    private static final int A_SECOND = 20;
    private static final int READS = 60 * A_SECOND;
    private static final List<String> WORDS = List.of(
            "sổ đỏ", "chậm trả", "đường vào bản", "lầy lội", "điện cắt", "nước sạch", "giấy khai sinh", "đền bù", "trạm y tế",
            "học phí", "cầu treo", "đi lại nhiều lần", "thái độ", "hướng dẫn không rõ", "đất rừng", "lâm sản", "hộ nghèo",
            "bảo hiểm", "rác thải", "kênh mương");
    private static final Viewer OPERATOR =
            new Viewer(1, "minh", "Trần Minh", Role.OPERATOR, Optional.empty(), false);

    private final House house;
    private final SplittableRandom random = new SplittableRandom(2026);

    private ConsoleBench(House house) {
        this.house = house;
    }

    /** Loads, reads and prints. */
    public static void main(String[] args) {
        int cases = Integer.parseInt(args[0]);
        int messages = Integer.parseInt(args[1]);
        try (House house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of())) {
            ConsoleBench bench = new ConsoleBench(house);
            bench.register(cases);
            bench.settle();
            bench.messages(messages);
            bench.read();
        }
        System.exit(0);
    }

    private void register(int cases) {
        long start = System.nanoTime();
        for (int done = 0; done < cases; done += BATCH) {
            house.tx(() -> {
                for (int i = 0; i < BATCH; i++) {
                    house.get(RegisterComplaint.class).register(one());
                }
                return null;
            });
            if (done % 20_000 == 0) {
                System.out.printf("%,d cases, %,d s%n", done, (System.nanoTime() - start) / 1_000_000_000);
            }
        }
    }

    private NewComplaint one() {
        String text = word() + " " + word() + " thôn " + random.nextInt(400) + " " + word() + " " + random.nextInt();
        PhoneNumber phone = new PhoneNumber("+84599" + String.format("%06d", random.nextInt(NUMBERS)));
        return new NewComplaint(
                ComplaintKind.FEEDBACK, Optional.of(phone), text, Optional.empty(), "sms:1:modem", false);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Of a hundred cases: three new, four with an office, one late, the rest closed. */
    private void settle() {
        sql("update complaint set classified = true, state = 'DONG' where id % 100 >= 8");
        sql("update complaint set classified = true, state = 'DA_CHUYEN', routed_on = registered_on where id % 100 between 3"
                + " and 6");
        sql("update complaint set classified = true, state = 'DA_CHUYEN', routed_on = registered_on,"
                + " due = registered_on - interval 9 day where id % 100 = 7");
    }

    private void messages(int messages) {
        sql("insert into sms_message (id, line, sender_index, sender_sealed, text_sealed, text_digest, auto_reply, flood,"
                + " received_at, state) select seq, 'modem', unhex(sha2(seq % " + NUMBERS + ", 256)), repeat('x', 60),"
                + " repeat('x', 120), unhex(sha2(seq, 256)), false, false, timestamp('2026-08-17') - interval seq second,"
                + " 'DONE' from seq_1_to_" + messages);
    }

    private void sql(String statement) {
        house.tx(() -> house.get(Sql.class).update(statement));
    }

    private void read() {
        CaseFilter open = CaseFilter.of(Group.OPEN);
        CaseList list = house.get(CaseList.class);
        CaseSearch search = house.get(CaseSearch.class);
        measure("queue, first page", () -> list.page(OPERATOR, open, CaseCursor.START));
        measure("queue, counts of all tabs", () -> list.counts(OPERATOR, open));
        measure("search, two words", () -> search.find(OPERATOR, word() + " " + word()));
        measure("search, without accents", () -> search.find(OPERATOR, "lay loi thon " + random.nextInt(400)));
    }

    private void measure(String name, Runnable work) {
        long[] nanos = new long[READS];
        long begin = System.nanoTime();
        for (int i = -A_SECOND; i < READS; i++) {
            long start = System.nanoTime();
            house.tx(() -> {
                work.run();
                return null;
            });
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
            LockSupport.parkNanos(begin + (i + A_SECOND + 1) * 1_000_000_000L / A_SECOND - System.nanoTime());
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                name, nanos[READS / 2] / 1e6, nanos[READS * 99 / 100] / 1e6, nanos[READS - 1] / 1e6);
    }
}
