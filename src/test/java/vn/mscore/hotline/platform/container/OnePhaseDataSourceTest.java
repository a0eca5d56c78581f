package vn.mscore.hotline.platform.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No statement runs for ever, unless the deployer says so. */
class OnePhaseDataSourceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mariadb://h/s | jdbc:mariadb://h/s?sessionVariables=max_statement_time=30",
                "jdbc:mariadb://h/s?socketTimeout=9 | jdbc:mariadb://h/s?socketTimeout=9&sessionVariables=max_statement_time=30",
                "jdbc:mariadb://h/s?sessionVariables=wait_timeout=9&a=b"
                        + " | jdbc:mariadb://h/s?sessionVariables=max_statement_time=30,wait_timeout=9&a=b",
                "jdbc:mariadb://h/s?a=b&sessionvariables=wait_timeout=9"
                        + " | jdbc:mariadb://h/s?a=b&sessionvariables=max_statement_time=30,wait_timeout=9",
                "jdbc:mariadb://h/s?sessionVariables=max_statement_time=5 | jdbc:mariadb://h/s?sessionVariables=max_statement_time=5"
            })
    void theLimitOfAStatementIsSaidUnlessThereIsOne(String url, String limited) {
        assertThat(OnePhaseDataSource.withLimit(url)).isEqualTo(limited);
    }
}
