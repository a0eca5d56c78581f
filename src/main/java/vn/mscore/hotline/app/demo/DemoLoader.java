package vn.mscore.hotline.app.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import vn.mscore.hotline.app.demo.DemoPlan.DemoField;
import vn.mscore.hotline.app.demo.DemoPlan.Owner;
import vn.mscore.hotline.app.demo.DemoPlan.Place;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.DossierStore.Write;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.CsvReading.Columns;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.unit.Units;

/** Loads the demo once: when {@code hotline.demo} is true and no office is known yet. */
@Singleton
public class DemoLoader implements Service {
    private static final Logger LOG = Logger.getLogger(DemoLoader.class.getName());
    private static final int BEFORE_EVERYTHING = 50;
    private static final int CROWD = 3_000;
    private static final int BATCH = 500;
    private static final UnitCode COMMITTEE = new UnitCode("UBND");
    private static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);
    private static final Set<UnitKind> DISTRICTS = Set.of(UnitKind.DISTRICT);
    private static final Set<UnitKind> COMMUNES = Set.of(UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE);

    private final boolean wanted;
    private final InTransaction transaction;
    private final UnitRegister register;
    private final Units units;
    private final DossierStore dossiers;
    private final CsvReading csv;
    private final WorkCalendars calendars;
    private final Ids ids;
    private final Clock clock;

    /** Loads through the faces of the rooms. */
    @Inject
    public DemoLoader(
            Settings settings,
            InTransaction transaction,
            UnitRegister register,
            Units units,
            DossierStore dossiers,
            CsvReading csv,
            WorkCalendars calendars,
            Ids ids,
            Clock clock) {
        this.wanted = settings.flag("hotline.demo", false);
        this.transaction = transaction;
        this.register = register;
        this.units = units;
        this.dossiers = dossiers;
        this.csv = csv;
        this.calendars = calendars;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int order() {
        return BEFORE_EVERYTHING;
    }

    @Override
    public void start() {
        if (wanted) {
            transaction.run(() -> {
                if (units.codes().isEmpty()) {
                    load();
                }
            });
        }
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    private void load() {
        require(register.importUnits(packed("units.csv")));
        require(register.importSuccessors(packed("successors.csv")));
        WorkCalendar calendar = calendars.national();
        LocalDate today = calendar.dayOf(clock.instant());
        List<DemoField> fields = fields();
        List<DemoPlan> plans = new ArrayList<>(named(fields));
        plans.addAll(new DemoDossiers(calendar, today, fields)
                .plans(below(today, COMMUNES), below(LAST_DAY_OF_DISTRICTS, DISTRICTS), CROWD));
        write(plans, calendar, today);
        LOG.info(() -> "demo data loaded: " + plans.size() + " dossiers");
    }

    private static void require(ImportReport report) {
        if (report.refused()) {
            throw new IllegalStateException("the demo's own data are wrong: " + report.faults());
        }
    }

    private List<Unit> below(LocalDate day, Set<UnitKind> kinds) {
        return units.children(COMMITTEE, day).stream()
                .filter(unit -> kinds.contains(unit.kind()))
                .toList();
    }

    private List<DemoField> fields() {
        List<DemoField> fields = new ArrayList<>();
        ImportReport report = new ImportReport();
        csv.read(
                packed("fields.csv"),
                new Columns(Set.of("field", "room", "days", "procedure"), Set.of()),
                report,
                row -> fields.add(new DemoField(
                        row.required("field", 60),
                        row.required("room", 10),
                        Integer.parseInt(row.required("days", 3)),
                        row.required("procedure", 200))));
        require(report);
        return fields;
    }

    private static List<DemoPlan> named(List<DemoField> fields) {
        List<DemoPlan> plans = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(packed("citizens.json")))) {
            for (JsonObject citizen : reader.readArray().getValuesAs(JsonObject.class)) {
                Optional<PhoneNumber> phone = PhoneNumber.parse(citizen.getString("phone"));
                for (JsonObject code : citizen.getJsonArray("codes").getValuesAs(JsonObject.class)) {
                    plans.add(plan(code, phone, fields));
                }
            }
        }
        return plans;
    }

    private static DemoPlan plan(JsonObject code, Optional<PhoneNumber> phone, List<DemoField> fields) {
        DemoField field = fields.stream()
                .filter(f -> f.code().equals(code.getString("field")))
                .findFirst()
                .orElseThrow();
        return new DemoPlan(
                new DossierCode(code.getString("code")),
                new Owner(phone, Optional.of(code.getString("pin"))),
                Place.of(code.getString("unit"), field.room()),
                field,
                DemoState.valueOf(code.getString("state")),
                code.getInt("receivedAgo"),
                code.getInt("dueIn"));
    }

    private void write(List<DemoPlan> plans, WorkCalendar calendar, LocalDate today) {
        long file = ids.next();
        List<Write> batch = new ArrayList<>();
        for (DemoPlan plan : plans) {
            FedDossier fed = new DemoTimeline(calendar, today, plan).dossier();
            Optional<Instant> returned = fed.returnedAt();
            batch.add(new Write(fed, Optional.empty(), ids.next(), 0, returned, file));
            if (batch.size() == BATCH) {
                dossiers.write(batch);
                batch.clear();
            }
        }
        dossiers.write(batch);
    }

    private static byte[] packed(String name) {
        try (InputStream in = DemoLoader.class.getResourceAsStream("/demo/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
