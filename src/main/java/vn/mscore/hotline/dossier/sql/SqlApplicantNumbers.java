package vn.mscore.hotline.dossier.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import vn.mscore.hotline.dossier.ApplicantNumbers;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.shared.PhoneNumber;

/** Opens the number of a row of {@code dossier}. */
@Singleton
public class SqlApplicantNumbers implements ApplicantNumbers {
    private final Sql sql;
    private final PersonalDataCipher cipher;

    /** Opens through {@code cipher}. */
    @Inject
    public SqlApplicantNumbers(Sql sql, PersonalDataCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public Optional<PhoneNumber> of(DossierCode code) {
        return sql.first("select id, phone_sealed from dossier where code = ?", this::number, code.value())
                .flatMap(number -> number);
    }

    private Optional<PhoneNumber> number(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return Optional.ofNullable(row.bytes("phone_sealed"))
                .flatMap(bytes -> PhoneNumber.parse(cipher.open(SqlDossiers.place(id), bytes)));
    }
}
