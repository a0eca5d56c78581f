package vn.mscore.hotline.score;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** Dossiers that a test puts there, for those who only ask what a score is about. */
public final class OneDossier implements DossierLookup {
    private final Map<DossierCode, ScoreSubject> subjects = new HashMap<>();

    /** A dossier at the one-stop centre of Khe Sanh. */
    public void put(DossierCode code, DossierStatus status, Optional<Instant> returnedAt) {
        subjects.put(
                code,
                new ScoreSubject(
                        code,
                        new UnitCode("KS-TTPVHCC"),
                        new UnitName("TT PVHCC xã Khe Sanh", "TT PVHCC xa Khe Sanh"),
                        "DDAI",
                        "Cấp giấy chứng nhận",
                        status,
                        returnedAt));
    }

    @Override
    public Optional<ScoreSubject> scoreSubject(DossierCode code) {
        return Optional.ofNullable(subjects.get(code));
    }

    @Override
    public Optional<Standing> anyone(DossierCode code) {
        return Optional.empty();
    }

    @Override
    public Optional<Standing> applicant(DossierCode code) {
        return Optional.empty();
    }

    @Override
    public boolean isApplicantsPhone(DossierCode code, PhoneNumber phone) {
        return false;
    }

    @Override
    public boolean isPin(DossierCode code, String pin) {
        return false;
    }

    @Override
    public List<DossierCode> byTenDigits(String tenDigits) {
        return List.of();
    }

    @Override
    public List<Standing> ofPhone(PhoneNumber phone, int limit) {
        return List.of();
    }

    @Override
    public Optional<DossierCode> didYouMean(PhoneNumber phone, String typed) {
        return Optional.empty();
    }

    @Override
    public List<DossierCode> returnedRecently(PhoneNumber phone, int days) {
        return List.of();
    }
}
