package vn.mscore.hotline.wording.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseNumberTest {
    private static final Habit SOUTH = new Habit("ngan", "le", true);
    private static final PromptCatalogue CATALOGUE = new PromptCatalogue(new PromptFolders(key -> Optional.empty()));
    private static final Map<String, String> WORDS = CATALOGUE.sounds("vi");

    private static String words(List<String> sounds) {
        return sounds.stream().map(WORDS::get).collect(Collectors.joining(" "));
    }

    private static String said(long number, Habit habit) {
        return words(VietnameseNumber.sounds(number, habit).orElseThrow());
    }

    private static String date(LocalDate day) {
        return words(GapType.DATE.sounds(day.toString(), Habit.NORTH).orElseThrow());
    }

    @Test
    void everyNumberUpToAHundredThousandIsSaidAsTheSecondFormulationSaysIt() {
        for (long number = 0; number <= 100_000; number++) {
            if (!said(number, Habit.NORTH).equals(SpokenVietnamese.number(number))) {
                assertThat(said(number, Habit.NORTH)).as("%d", number).isEqualTo(SpokenVietnamese.number(number));
            }
        }
    }

    @Test
    void numbersAroundEveryPowerOfTenAndAStrideThroughTheRestAgreeToo() {
        for (long power = 10; power <= 100_000_000_000L; power *= 10) {
            for (long number = power - 60; number <= power + 160; number++) {
                if (number >= 0) {
                    assertThat(said(number, Habit.NORTH)).as("%d", number).isEqualTo(SpokenVietnamese.number(number));
                }
            }
        }
        for (long number = 1; number < VietnameseNumber.MOST; number += 9_876_543_217L) {
            assertThat(said(number, Habit.NORTH)).as("%d", number).isEqualTo(SpokenVietnamese.number(number));
        }
    }

    @Test
    void everyDayOfThreeYearsIsSaidAsTheSecondFormulationSaysIt() {
        LocalDate end = LocalDate.of(2029, 1, 1);
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertThat(date(day)).isEqualTo(SpokenVietnamese.date(day));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, không",
        "5, năm",
        "10, mười",
        "14, mười bốn",
        "15, mười lăm",
        "21, hai mươi mốt",
        "24, hai mươi tư",
        "25, hai mươi lăm",
        "55, năm mươi lăm",
        "100, một trăm",
        "101, một trăm linh một",
        "105, một trăm linh năm",
        "110, một trăm mười",
        "115, một trăm mười lăm",
        "999, chín trăm chín mươi chín",
        "1000, một nghìn",
        "1005, một nghìn không trăm linh năm",
        "1015, một nghìn không trăm mười lăm",
        "2026, hai nghìn không trăm hai mươi sáu",
        "10000, mười nghìn",
        "150000, một trăm năm mươi nghìn",
        "1000000, một triệu",
        "1000001, một triệu không trăm linh một",
        "1005000, một triệu không trăm linh năm nghìn",
        "21000000, hai mươi mốt triệu",
        "1000000000, một tỷ",
        "999999999999, chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
        "1000000000000, một nghìn tỷ"
    })
    void rowsFromTheLiteratureAreSaidSo(long number, String words) {
        assertThat(said(number, Habit.NORTH)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "4, bốn",
        "14, mười bốn",
        "24, hai mươi bốn",
        "105, một trăm lẻ năm",
        "1024, một ngàn không trăm hai mươi bốn",
        "2005, hai ngàn không trăm lẻ năm"
    })
    void theSouthSaysNganAndLe(long number, String words) {
        assertThat(said(number, SOUTH)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-05, ngày mùng năm tháng tư năm hai nghìn không trăm hai mươi sáu",
        "2026-08-20, ngày hai mươi tháng tám năm hai nghìn không trăm hai mươi sáu",
        "2027-12-31, ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi bảy",
        "2028-02-29, ngày hai mươi chín tháng hai năm hai nghìn không trăm hai mươi tám",
        "1999-10-10, ngày mùng mười tháng mười năm một nghìn chín trăm chín mươi chín",
        "2005-01-24, ngày hai mươi tư tháng một năm hai nghìn không trăm linh năm"
    })
    void daysAreSaidWithMungAndThangTu(LocalDate day, String words) {
        assertThat(date(day)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 1_000_000_000_001L, Long.MAX_VALUE})
    void row108ANumberOutOfRangeIsNotSaid(long number) {
        assertThat(VietnameseNumber.sounds(number, Habit.NORTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, -5",
        "NUMBER, ''",
        "NUMBER, 1.5",
        "NUMBER, 1000000000001",
        "NUMBER, 9999999999999999",
        "NUMBER, mười",
        "NUMBER, ١٢",
        "DATE, 2026-02-31",
        "DATE, 31/02/2026",
        "DATE, 2026-13-01",
        "DATE, ''",
        "DATE, -2026-01-01",
        "TIME, 24:00",
        "TIME, 7h",
        "DIGITS, ''",
        "DIGITS, 12a",
        "DIGITS, '1  2'",
        "PAIRS, 123",
        "PAIRS, ''",
        "PAIRS, ab"
    })
    void row108WhatIsNoValueOfItsTypeIsNotSaid(GapType type, String value) {
        assertThat(type.sounds(value, Habit.NORTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DIGITS, 2608140012, hai sáu không tám một bốn | không không một hai",
        "DIGITS, 260814 0012, hai sáu không tám một bốn | không không một hai",
        "DIGITS, 0905 123 456, không chín không năm | một hai ba | bốn năm sáu",
        "DIGITS, 7, bảy",
        "DIGITS, 123456, một hai ba bốn | năm sáu",
        "PAIRS, 26001239, hai sáu | không không | một hai | ba chín",
        "TIME, 07:30, bảy giờ ba mươi",
        "TIME, 13:00, mười ba giờ",
        "TIME, 00:05, không giờ năm"
    })
    void codesAreSaidInGroupsAndTicketsInPairs(GapType type, String value, String words) {
        List<String> sounds = type.sounds(value, Habit.NORTH).orElseThrow();
        String said = sounds.stream()
                .map(sound -> sound.equals(GapType.PAUSE) ? "|" : WORDS.get(sound))
                .collect(Collectors.joining(" "));
        assertThat(said).isEqualTo(words);
    }
}
