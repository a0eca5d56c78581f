package vn.mscore.hotline.unit.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import vn.mscore.hotline.unit.FedUnit.Successor;

/** Row of {@code unit_successor}, beside its unit. */
@Embeddable
public class SuccessorRow {
    private String field;
    private String successor;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    /** For JPA. */
    public SuccessorRow() {}

    SuccessorRow(Successor fed) {
        field = fed.field();
        successor = fed.unit();
        validFrom = fed.from();
    }

    Successor fed() {
        return new Successor(field, successor, validFrom);
    }

    String successor() {
        return successor;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    boolean isFor(String wanted, LocalDate day) {
        return field.equals(wanted) && !validFrom.isAfter(day);
    }

    boolean samePlace(Successor fed) {
        return field.equals(fed.field()) && validFrom.equals(fed.from());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SuccessorRow row
                && field.equals(row.field)
                && successor.equals(row.successor)
                && validFrom.equals(row.validFrom);
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, successor, validFrom);
    }
}
