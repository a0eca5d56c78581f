package vn.mscore.hotline.app.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.mscore.hotline.app.demo.DemoPlan.DemoField;
import vn.mscore.hotline.app.demo.DemoPlan.Owner;
import vn.mscore.hotline.app.demo.DemoPlan.Place;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.unit.Unit;

/** The crowd: the same dossiers for the same day, spread over offices, fields and states. Nobody's number is used. */
final class DemoDossiers {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int ABOLISHED_EACH = 50;
    private static final int FIRST_NUMBER = 1000;

    /** Of a hundred dossiers: how many are in which state, and how late. */
    private static final List<Share> SHARES = List.of(
            new Share(38, DemoState.RETURNED, 2, 40),
            new Share(26, DemoState.APPRAISAL, -9, -1),
            new Share(8, DemoState.SIGNING, -3, 0),
            new Share(7, DemoState.APPRAISAL, 1, 9),
            new Share(3, DemoState.AT_COUNTER, 1, 4),
            new Share(4, DemoState.SIGNING, 1, 5),
            new Share(6, DemoState.READY, 0, 6),
            new Share(3, DemoState.SUPPLEMENT, -6, 0),
            new Share(1, DemoState.PAYMENT, -6, 0),
            new Share(1, DemoState.REJECTED, -4, 3),
            new Share(1, DemoState.WITHDRAWN, -4, 3),
            new Share(1, DemoState.STOPPED, -4, 3),
            new Share(1, DemoState.REGISTERED, -9, -9));

    /** {@code from..to} working days after the promise; negative is before it. */
    private record Share(int percent, DemoState state, int from, int to) {}

    private final WorkCalendar calendar;
    private final LocalDate today;
    private final List<DemoField> fields;
    private final SplittableRandom random = new SplittableRandom(20_250_701);

    DemoDossiers(WorkCalendar calendar, LocalDate today, List<DemoField> fields) {
        this.calendar = calendar;
        this.today = today;
        this.fields = fields;
    }

    /** Plans {@code count} dossiers for today's communes and, one in fifty, for yesterday's districts. */
    List<DemoPlan> plans(List<Unit> communes, List<Unit> districts, int count) {
        List<DemoPlan> plans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DemoField field = fields.get(i % fields.size());
            plans.add(
                    i % ABOLISHED_EACH == 0
                            ? inherited(districts.get(i / ABOLISHED_EACH % districts.size()), i)
                            : usual(communes.get(random.nextInt(communes.size())), field, i));
        }
        return plans;
    }

    private DemoPlan usual(Unit commune, DemoField field, int i) {
        Share share = share();
        int overdue = share.from() + random.nextInt(share.to() - share.from() + 1);
        int received = Math.max(0, field.days() + overdue);
        Place place = Place.of(commune.code().value() + "-HCC", field.room());
        return new DemoPlan(
                code(commune, ago(received), i),
                Owner.NOBODY,
                place,
                field,
                share.state(),
                received,
                field.days() - received);
    }

    private DemoPlan inherited(Unit district, int i) {
        LocalDate received = LocalDate.of(2025, 3, 3).plusDays(random.nextInt(100));
        int ago = Math.max(60, calendar.workingDaysBetween(received, today));
        DemoField land = fields.stream()
                .filter(field -> field.code().equals("DATDAI"))
                .findFirst()
                .orElseThrow();
        Place place = Place.of(district.code().value() + "-BPTN", land.room());
        return new DemoPlan(
                code(district, received, i), Owner.NOBODY, place, land, DemoState.INHERITED, ago, land.days() - ago);
    }

    private Share share() {
        int point = random.nextInt(100);
        for (Share share : SHARES) {
            point -= share.percent();
            if (point < 0) {
                return share;
            }
        }
        throw new IllegalStateException("the shares do not add up to a hundred");
    }

    private static DossierCode code(Unit unit, LocalDate day, int i) {
        String number = Integer.toString(FIRST_NUMBER + i);
        return new DossierCode(unit.identifiers().get(0) + "-" + YYMMDD.format(day) + "-" + number);
    }

    private LocalDate ago(int workingDays) {
        return DemoTimeline.before(today, workingDays, calendar);
    }
}
