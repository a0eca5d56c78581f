package vn.mscore.hotline.dossier.rest;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.mscore.hotline.dossier.DossierStatus;

/** The form of a dossier, for the description of the interface; read by hand so that nothing unknown is taken. */
@Schema(name = "Dossier", description = "a dossier, whole; fields that are not here are refused")
public record DossierBody(
        @Schema(description = "code of the receiving office", required = true)
        String unit,

        @Schema(required = true, maxLength = 200) String procedure,
        @Schema(required = true, maxLength = 60) String field,
        @Schema(required = true) OffsetDateTime receivedAt,
        @Schema(description = "the promise") OffsetDateTime dueAt,
        @Schema(required = true) DossierStatus status,

        @Schema(description = "the applicant's number", example = "0912345678")
        String phone,

        @Schema(description = "printed on the receipt", pattern = "\\d{4}")
        String pin,

        OffsetDateTime returnedAt,

        @Schema(description = "the time of these facts; older facts never replace newer ones")
        OffsetDateTime updatedAt,

        @Schema(maxLength = 100, description = "told to the applicant when the promise is moved")
        String postponeReason,

        List<StageBody> stages) {

    /** The form of a step. */
    @Schema(name = "Stage")
    public record StageBody(
            @Schema(required = true, maxLength = 100) String name,
            @Schema(required = true) String unit,

            @Schema(maxLength = 100, description = "never told to citizens")
            String officer,

            @Schema(required = true) OffsetDateTime enteredAt,
            @Schema(description = "absent while it is open") OffsetDateTime leftAt,
            @Schema(description = "working hours") Double allowedHours,

            @Schema(maxLength = 100, description = "set: this time does not count")
            String pauseReason) {}
}
