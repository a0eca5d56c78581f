package vn.mscore.hotline.unit.rest;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.mscore.hotline.unit.UnitKind;

/** The form of an office, for the description of the interface; read by hand so that nothing unknown is taken. */
@Schema(name = "Unit", description = "an office, whole; fields that are not here are refused")
public record UnitBody(
        @Schema(required = true, maxLength = 200) String name,

        @Schema(required = true, maxLength = 22, description = "plain ASCII, for messages")
        String shortName,

        @Schema(required = true) UnitKind kind,
        @Schema(description = "code of the office above") String parent,
        @Schema(required = true) LocalDate validFrom,
        @Schema(description = "last day") LocalDate validTo,

        @Schema(description = "agency parts of dossier codes, for instance H50.15")
        List<String> identifiers,

        List<SuccessorBody> successors,
        String phone,
        @Schema(maxLength = 300) String address) {

    /** The form of a successor. */
    @Schema(name = "Successor")
    public record SuccessorBody(
            @Schema(description = "absent: all fields without a successor of their own")
            String field,

            @Schema(required = true) String unit,
            @Schema(required = true) LocalDate from) {}
}
