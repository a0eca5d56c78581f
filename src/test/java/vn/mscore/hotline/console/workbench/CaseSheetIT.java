package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseCursor;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.console.workbench.live.Presence;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.Exports;
import vn.mscore.hotline.report.Exports.Format;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** The list of cases as a file: by the row filter, without words and numbers, safe against formulas, written down. */
class CaseSheetIT {
    private static final int CASES = 120;
    private static final Viewer MINH = viewer(Role.OPERATOR, "");

    private House house;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        IntStream.range(0, CASES).forEach(i -> register(i, "duong o ga " + i));
        register(CASES, "can bo doi tien");
        sql(
                "update complaint set classified = true, unit = 'KS-UBND', unit_name = '=HYPERLINK(\"http://x\")' where not secret"
                        + " and ticket in (select ticket from (select ticket from complaint where not secret order by id limit 70) t)");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Viewer viewer(Role role, String unit) {
        Optional<UnitCode> own =
                Optional.of(unit).filter(code -> !code.isEmpty()).map(UnitCode::new);
        return new Viewer(7 + role.ordinal(), "ai", "Ai", role, own, false);
    }

    private void register(int i, String words) {
        house.tx(() -> house.get(RegisterComplaint.class)
                .register(new NewComplaint(
                        ComplaintKind.FEEDBACK,
                        Optional.of(new PhoneNumber("+84912" + (345000 + i))),
                        words,
                        Optional.empty(),
                        "sms:" + i + ":modem",
                        false)));
    }

    private void sql(String update) {
        house.get(InTransaction.class).run(() -> house.get(Sql.class).update(update));
    }

    private List<String> export(Viewer viewer, CaseFilter filter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Exports.Admission place = house.get(Exports.class).admit(viewer, CaseSheet.NAME)) {
            place.write(() -> house.get(CaseSheet.class).of(viewer, filter, Language.VI), Format.CSV, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void operatorShouldGetEveryRowOfAllPagesButNothingSealed() {
        List<String> lines = export(MINH, CaseFilter.of(Group.ALL));
        assertThat(lines).hasSize(1 + CASES + 1).doesNotHaveDuplicates();
        assertThat(String.join("\n", lines))
                .doesNotContain("doi tien", "duong o ga", "912345", "Tố cáo")
                .contains("Phản ánh", "2026-08-");
        assertThat(lines.get(1)).contains("Tin nhắn");
        String noted = house.tx(() -> house.get(Sql.class)
                .first("select subject from audit_line where deed = 'export.made'", row -> row.text("subject"))
                .orElseThrow());
        assertThat(noted).isEqualTo("danh-sach-phieu CSV, rows " + CASES);
    }

    @Test
    void headingsShouldBeInTheLanguageOfTheValues() {
        for (Language language : List.of(Language.VI, Language.EN)) {
            List<String> headings =
                    house.ask(CaseSheet.class, sheet -> sheet.of(MINH, CaseFilter.of(Group.ALL), language)
                            .columns());
            assertThat(headings).hasSize(12).startsWith(language == Language.VI ? "Mã phiếu" : "Ticket");
        }
    }

    @Test
    void nextCaseShouldBeOneThatNobodyElseHasOrLooksAtAndThatWasNotLetPass() {
        Viewer hoa = new Viewer(99, "hoa", "Hoa", Role.OPERATOR, Optional.empty(), false);
        List<QueueItem> queue = house.tx(() -> house.get(CaseList.class)
                .page(MINH, CaseFilter.of(Group.UNCLASSIFIED), CaseCursor.START)
                .items());
        List<TicketNumber> order =
                queue.stream().flatMap(item -> item.ticket().stream()).toList();
        sql("update complaint set holder = 'hoa', holder_name = 'Hoa' where ticket = '" + order.get(1) + "'");
        house.get(InTransaction.class).run(() -> house.get(Presence.class).looking(hoa, order.get(2)));
        assertThat(past(MINH, order.get(0))).isEqualTo(order.get(3));
        assertThat(past(MINH, order.get(3))).isEqualTo(order.get(4));
        assertThat(past(hoa, order.get(1))).as("what Minh let pass").isEqualTo(order.get(0));
        Viewer named = new Viewer(98, "ha", queue.get(5).title(), Role.OPERATOR, Optional.empty(), false);
        assertThat(past(named, order.get(4))).as("not the one that names him").isEqualTo(order.get(6));
        List<String> looking = house.tx(() -> house.get(Presence.class).others(hoa, order.get(5)));
        assertThat(looking).as("nor does he hide it from others").isEmpty();
    }

    private TicketNumber past(Viewer viewer, TicketNumber ticket) {
        String next = house.get(Onward.class).past(viewer, ticket).orElseThrow().getPath();
        return new TicketNumber(next.substring(next.lastIndexOf('/') + 1));
    }

    @Test
    void row16NamesOfOfficesShouldBeNoFormulas() {
        assertThat(export(MINH, CaseFilter.of(Group.ALL)))
                .filteredOn(line -> line.contains("HYPERLINK"))
                .hasSize(70)
                .allMatch(line -> line.contains("\"'=HYPERLINK(\"\"http://x\"\")\""));
    }

    @Test
    void anOfficeShouldGetItsOwnAndWhoLeadsOrWatchesItWhatLiesBelow() {
        office("H50", "");
        office("KS-UBND", "H50");
        office("GL-UBND", "H50");
        Map<Viewer, Integer> rows = new LinkedHashMap<>();
        rows.put(viewer(Role.OFFICER, "KS-UBND"), 70);
        rows.put(viewer(Role.OFFICER, "GL-UBND"), 0);
        rows.put(viewer(Role.OFFICER, "H50"), 0);
        for (Role role : List.of(Role.LEADER, Role.DELEGATE)) {
            rows.put(viewer(role, "KS-UBND"), 70);
            rows.put(viewer(role, "H50"), 70);
            rows.put(viewer(role, "GL-UBND"), 0);
            rows.put(viewer(role, ""), 0);
        }
        rows.forEach((viewer, expected) -> {
            List<String> lines = export(viewer, CaseFilter.of(Group.ALL));
            assertThat(lines).as("%s, with title and note", viewer).hasSize(1 + expected + 1);
            assertThat(String.join("\n", lines)).doesNotContain("doi tien", "duong o ga", "912345", "Tố cáo");
        });
    }

    private void office(String code, String parent) {
        String above = parent.isEmpty() ? "" : ", \"parent\": \"" + parent + "\"";
        String json = "{\"name\": \"UBND\", \"shortName\": \"UBND\", \"kind\": \"OFFICE\","
                + " \"validFrom\": \"2025-07-01\"" + above + "}";
        assertThat(house.get(UnitRegister.class).put(code, json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void theFilterOfThePageShouldCount() {
        assertThat(export(MINH, CaseFilter.of(Group.UNCLASSIFIED))).hasSize(1 + CASES - 70 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "%%_", "'", "0912345001", "0912 345 001"})
    void row15WhatHoldsNoWordToFindShouldFindNothing(String typed) {
        CaseFilter filter = new CaseFilter(Group.ALL, Optional.empty(), Optional.empty(), Optional.empty(), typed);
        List<QueueItem> items = house.tx(() ->
                house.get(CaseList.class).page(MINH, filter, CaseCursor.START).items());
        Map<Group, Integer> counts = house.tx(() -> house.get(CaseList.class).counts(MINH, filter));
        assertThat(items).isEmpty();
        assertThat(counts.values()).containsOnly(0);
        assertThat(export(MINH, filter)).as("title and note").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTODIAN", "AUDITOR", "ADMINISTRATOR"})
    void whoSeesNoCasesShouldGetAnEmptyTable(Role role) {
        assertThat(export(viewer(role, ""), CaseFilter.of(Group.ALL))).hasSize(2);
    }
}
