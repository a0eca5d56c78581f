package vn.mscore.hotline.dossier.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.JsonFields;
import vn.mscore.hotline.platform.RowFault;

/** One dossier in JSON: what it says, or what is wrong with it. */
record DossierJson(Optional<FedDossier> dossier, List<RowFault> faults) {
    private static final int MOST_STAGES = 200;
    private static final JsonFields.Names DOSSIER = new JsonFields.Names(
            Set.of(
                    "unit",
                    "procedure",
                    "field",
                    "receivedAt",
                    "dueAt",
                    "status",
                    "phone",
                    "pin",
                    "returnedAt",
                    "updatedAt",
                    "postponeReason"),
            Set.of(),
            Set.of("stages"));
    private static final JsonFields.Names STAGE = new JsonFields.Names(
            Set.of("name", "unit", "officer", "enteredAt", "leftAt", "pauseReason"), Set.of("allowedHours"), Set.of());

    static DossierJson parse(String code, byte[] body, DossierForm form) {
        Optional<JsonFields> json = JsonFields.parse(body);
        if (json.isEmpty()) {
            String sentence = "không phải một đối tượng JSON / is not one JSON object";
            return new DossierJson(Optional.empty(), List.of(new RowFault(0, "", sentence)));
        }
        FieldReader fields = json.get().fields(DOSSIER);
        Optional<DossierCode> read = form.code(fields, code);
        List<FedStage> stages = stages(json.get(), fields, form);
        Optional<FedDossier> dossier =
                form.dossier(read.orElseGet(() -> new DossierCode("NONE")), fields, Optional.of(stages));
        return new DossierJson(dossier, fields.faults());
    }

    private static List<FedStage> stages(JsonFields json, FieldReader fields, DossierForm form) {
        List<FedStage> stages = new ArrayList<>();
        List<JsonFields> items = json.objects("stages", fields).orElse(List.of());
        if (items.size() > MOST_STAGES) {
            fields.fault("stages", "quá " + MOST_STAGES + " bước / more than " + MOST_STAGES + " steps");
            return stages;
        }
        for (JsonFields item : items) {
            FieldReader reader = item.fields(STAGE);
            form.stage(reader).ifPresent(stage -> add(stage, stages, reader));
            reader.faults().forEach(f -> fields.fault("stages." + f.field(), f.sentence()));
        }
        return stages;
    }

    private static void add(FedStage stage, List<FedStage> stages, FieldReader reader) {
        if (stages.stream()
                .anyMatch(s -> s.name().equals(stage.name()) && s.enteredAt().equals(stage.enteredAt()))) {
            reader.fault("name", "lặp lại / is there twice at the same time");
        }
        stages.add(stage);
    }
}
