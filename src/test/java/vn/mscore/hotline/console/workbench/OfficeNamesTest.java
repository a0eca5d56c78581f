package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.shared.UnitCode;

/** An office is called by its name; its code stays in the title. */
class OfficeNamesTest {
    @Test
    void anOfficeShouldBeShownByItsNameWithTheCodeInTheTitle() throws Exception {
        StringWriter page = new StringWriter();
        new PebbleEngine.Builder()
                .loader(new StringLoader())
                .build()
                .getTemplate("<i title=\"{{ x.get }}\">{{ offices.name(x.get) }}</i>{% if d == 0 %}now{% endif %}")
                .evaluate(
                        page,
                        Map.of(
                                "x",
                                Optional.of(new UnitCode("KS-UBND")),
                                "d",
                                0,
                                "offices",
                                new OfficeNames.Names(Map.of("KS-UBND", "UBND xã Khe Sanh"))));
        assertThat(page.toString()).isEqualTo("<i title=\"KS-UBND\">UBND xã Khe Sanh</i>now");
    }
}
