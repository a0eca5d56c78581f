package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.life.DecidedAtOnce;
import vn.mscore.hotline.complaint.rest.ComplaintResource;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

class ComplaintResourceIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");

    private CaseHouse house;
    private ComplaintResource resource;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-14T09:30");
        resource = house.house().get(ComplaintResource.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber about(String text) {
        Optional<DossierCode> code = Optional.of(new DossierCode("H50.15-260814-0012"));
        return house.tx(
                        RegisterComplaint.class,
                        r -> r.register(new NewComplaint(
                                ComplaintKind.FEEDBACK, Optional.of(LAN), text, code, "sms:1:modem", false)))
                .ticket();
    }

    @Test
    void itemShouldAppearWithItsDossierOnceAPersonHasClassifiedIt() {
        house.unit(COMMUNE, Optional.empty());
        TicketNumber ticket = about("duong o ga");
        JsonObject first = resource.after(null, null);
        assertThat(first.getJsonArray("items"))
                .as("nobody has looked at it yet")
                .isEmpty();
        new DecidedAtOnce(house.house()).route(ticket, ComplaintKind.FEEDBACK, "GTDB", COMMUNE);
        JsonObject second = resource.after(first.getString("next"), null);
        assertThat(second.getJsonArray("items").getJsonObject(0).toString())
                .isEqualTo("{\"ticket\":\"" + ticket + "\",\"kind\":\"FEEDBACK\",\"status\":\"DA_CHUYEN\","
                        + "\"category\":\"GTDB\",\"registered\":\"2026-08-14\",\"due\":\"2026-08-24\","
                        + "\"unit\":\"KS-UBND\",\"dossier\":\"H50.15-260814-0012\",\"routed\":\"2026-08-14\"}");
        assertThat(resource.after(second.getString("next"), null).getJsonArray("items"))
                .isEmpty();
    }

    private void classified(TicketNumber ticket) {
        house.sql("update complaint set classified = true where ticket = '" + ticket.digits() + "'");
    }

    @Test
    void row133LimitShouldBeCapped() {
        classified(about("duong o ga"));
        classified(about("mat dien"));
        assertThat(resource.after("", "0").getJsonArray("items")).hasSize(1);
        assertThat(resource.after(null, "999999999").getJsonArray("items")).hasSize(2);
    }
}
