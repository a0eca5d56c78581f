package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.mscore.hotline.calendar.TableCalendars;
import vn.mscore.hotline.calendar.TableCalendars.Table;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.shared.UnitCode;

class StageLogTest {
    private static final WorkCalendar CALENDAR =
            new TableCalendars(List.of(packed("week"), packed("holidays"))).national();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/dossier/stage-logs.csv", numLinesToSkip = 1, delimiter = '|')
    void timeHeldIsAsTheTableSays(ArgumentsAccessor row) {
        List<FedStage> stages = Arrays.stream(row.getString(1).split(";"))
                .map(StageLogTest::stage)
                .toList();
        StageLog log = new StageLog(stages, CALENDAR, at(row.getString(2)));
        FedStage last = stages.get(stages.size() - 1);
        assertThat(log.daysHeld(last)).isEqualTo(row.getInteger(3));
        assertThat(log.minutesHeld(last)).isEqualTo(row.getLong(4));
        assertThat(log.lateStages().stream().map(FedStage::name))
                .containsExactlyElementsOf(Stream.ofNullable(row.getString(5)).toList());
    }

    @Test
    void openStepIsTheLastOneEnteredThatWasNotLeft() {
        List<FedStage> stages = List.of(
                stage("B,2026-08-17T08:00,,,"),
                stage("C,2026-08-18T08:00,2026-08-18T09:00,,"),
                stage("A,2026-08-14T08:00,,,"));
        StageLog log = new StageLog(stages, CALENDAR, at("2026-08-19T09:30"));
        assertThat(log.open().map(FedStage::name)).contains("B");
        StageLog before = new StageLog(stages, CALENDAR, at("2026-08-16T09:30"));
        assertThat(before.open().map(FedStage::name))
                .as("what is planned is nobody's yet")
                .contains("A");
        assertThat(new StageLog(List.of(), CALENDAR, at("2026-08-19T09:30")).open())
                .isEmpty();
    }

    private static FedStage stage(String text) {
        String[] cells = text.split(",", -1);
        return new FedStage(
                cells[0],
                new UnitCode("KS-PKT"),
                Optional.empty(),
                at(cells[1]),
                filled(cells[2]).map(StageLogTest::at),
                filled(cells[3]).map(Integer::valueOf),
                filled(cells[4]));
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    private static Table packed(String name) {
        try (InputStream in = StageLogTest.class.getResourceAsStream("/calendar/" + name + ".csv")) {
            return new Table(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
