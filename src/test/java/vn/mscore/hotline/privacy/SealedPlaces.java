package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;

/** Whether what the rooms themselves sealed belongs where {@code privacy/sealed-columns.tsv} says. */
public final class SealedPlaces {
    private SealedPlaces() {}

    /** The columns in which {@code house} holds values; fails when one of these does not open in the place of the table. */
    public static Set<String> checked(House house) {
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        Set<String> seen = new TreeSet<>();
        Set<String> wrong = new TreeSet<>();
        for (SealedRows.Held held : new SealedRows(house.schema()).all()) {
            seen.add(held.of().name());
            try {
                cipher.openBytes(held.place(), held.bytes());
            } catch (CannotOpen e) {
                wrong.add(held.of().name() + " of row " + held.place().row());
            }
        }
        assertThat(wrong).as("values elsewhere than sealed-columns.tsv says").isEmpty();
        return seen;
    }
}
