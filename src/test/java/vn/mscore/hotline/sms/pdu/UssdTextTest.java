package vn.mscore.hotline.sms.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TS 23.038 6.1.2.3.1; the octets were packed by another program. */
class UssdTextTest {
    private static final int GSM7 = 15;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            five characters              | *101#              | AA182C3602
            six                          | *1012#             | AA182C261B01
            seven are filled             | *101*2#            | AA182CA6928D1A
            eight                        | *101*23#           | AA182CA692CD46
            fifteen are filled           | *101*2345678*9#    | AA182CA692CD6835DB0DA7CA8D1A
            CR on the boundary twice     | *101*2#\\r          | AA182CA6928D1A0D
            CR elsewhere once            | *101#\\r            | AA182C366A00
            """)
    void codesArePackedWithoutRoomForAnAt(String name, String code, String hex) {
        assertThat(UssdText.packed(code.replace("\\r", "\r"))).as(name).isEqualTo(hex);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            five characters              | AA182C3602                         | *101#
            seven, filled                | AA182CA6928D1A                     | *101*2#
            eight                        | AA182CA692CD46                     | *101*23#
            fifteen, filled              | D425E8FC1EEB4035996B5683911B       | TK goc: 52.350d
            wanted CR stays twice        | D425E8FC1EEB1A0D                   | TK goc:\\r\\r
            CR elsewhere stays           | 3519B901                           | 52d\\r
            """)
    void answersAreReadWithoutTheirFill(String name, String hex, String text) {
        assertThat(UssdText.read(hex, GSM7, true).replace("\r", "\\r")).as(name).isEqualTo(text);
    }
}
