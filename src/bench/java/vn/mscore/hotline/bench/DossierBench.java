package vn.mscore.hotline.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.unit.UnitRegister;

/**
 * {@code N}: imports N dossiers with numbers and PINs in files of 50,000 rows, with one stage each, then looks 20,000 of
 * them up at random by code and by number. Prints rows a second, the heap that is left after each tenth, and percentiles.
 */
public final class DossierBench {
    private static final int FILE = 50_000;
    private static final int LOOKUPS = 20_000;
    private static final String UNITS = "code,name,short_name,kind,valid_from\n"
            + "KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,2025-07-01\n";

    private final House house;
    private final int count;

    private DossierBench(House house, int count) {
        this.house = house;
        this.count = count;
    }

    /** Runs and prints. */
    public static void main(String[] args) {
        int count = Integer.parseInt(args[0]);
        try (House house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of())) {
            house.get(UnitRegister.class).importUnits(UNITS.getBytes(StandardCharsets.UTF_8));
            DossierBench bench = new DossierBench(house, count);
            bench.fill();
            bench.measure("look-up at level 1", i -> bench.byCode(i));
            bench.measure("is it the applicant's number", i -> bench.byPhone(i));
        }
        System.exit(0);
    }

    private void fill() {
        long dossiers = 0;
        long stages = 0;
        for (int from = 0; from < count; from += FILE) {
            dossiers += load(dossierFile(from), true);
            stages += load(stageFile(from), false);
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%,d: dossiers %,.0f rows/s, stages %,.0f rows/s, heap %d MB%n",
                    from + FILE,
                    (from + FILE) * 1e9 / dossiers,
                    (from + FILE) * 1e9 / stages,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private long load(byte[] file, boolean dossiers) {
        DossierRegister register = house.get(DossierRegister.class);
        long start = System.nanoTime();
        ImportReport report = dossiers ? register.importDossiers(file, false) : register.importStages(file);
        if (report.refused()) {
            throw new IllegalStateException(report.faults().toString());
        }
        return System.nanoTime() - start;
    }

    private static byte[] dossierFile(int from) {
        StringBuilder csv = new StringBuilder("code,unit,procedure,field,received_at,due_at,status,phone,pin\n");
        for (int i = from; i < from + FILE; i++) {
            csv.append(code(i))
                    .append(",KS-HCC,Cấp giấy chứng nhận quyền sử dụng đất,DATDAI,03/08/2026 08:15,31/08/2026,PROCESSING,")
                    .append(phone(i).local())
                    .append(String.format(",%04d%n", i % 10_000));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] stageFile(int from) {
        StringBuilder csv = new StringBuilder("code,name,unit,entered_at,allowed_hours\n");
        for (int i = from; i < from + FILE; i++) {
            csv.append(code(i)).append(",Thẩm định,KS-HCC,03/08/2026 10:00,80\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String code(int i) {
        return String.format("H50.%02d.%02d-260803-%04d", 10 + i / 10_000 % 90, i / 900_000, i % 10_000);
    }

    private static PhoneNumber phone(int i) {
        return new PhoneNumber("+84599" + String.format("%06d", i % 1_000_000));
    }

    private void byCode(int i) {
        if (house.tx(() -> house.get(DossierLookup.class).applicant(new DossierCode(code(i))))
                .isEmpty()) {
            throw new IllegalStateException("not found");
        }
    }

    private void byPhone(int i) {
        DossierCode code = new DossierCode(code(i));
        if (!house.tx(() -> house.get(DossierLookup.class).isApplicantsPhone(code, phone(i)))) {
            throw new IllegalStateException("not the applicant's");
        }
    }

    private void measure(String name, Consumer<Integer> work) {
        SplittableRandom random = new SplittableRandom(1);
        long[] nanos = new long[LOOKUPS];
        for (int i = -1000; i < LOOKUPS; i++) {
            int which = random.nextInt(count);
            long start = System.nanoTime();
            work.accept(which);
            nanos[Math.max(0, i)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s among %,d: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
                name, count, nanos[LOOKUPS / 2] / 1e6, nanos[LOOKUPS * 99 / 100] / 1e6, nanos[LOOKUPS * 999 / 1000] / 1e6);
    }
}
