package vn.mscore.hotline.unit.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;

/** Row of {@code unit}. */
@Entity
@Table(name = "unit")
public class UnitRow {
    @Id
    private String code;

    private String name;

    @Column(name = "short_name")
    private String shortName;

    private String kind;
    private String parent;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    private String phone;
    private String address;

    @ElementCollection
    @CollectionTable(name = "unit_identifier", joinColumns = @JoinColumn(name = "unit"))
    @Column(name = "identifier")
    private Set<String> identifiers = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "unit_successor", joinColumns = @JoinColumn(name = "unit"))
    private List<SuccessorRow> successors = new ArrayList<>();

    /** For JPA. */
    public UnitRow() {}

    UnitRow(String code) {
        this.code = code;
    }

    /** Becomes {@code unit}. */
    void take(Unit unit) {
        parent = null;
        validTo = null;
        phone = null;
        address = null;
        identifiers.retainAll(unit.identifiers());
        amend(unit);
    }

    /** Takes what {@code unit} has and leaves the rest: a file with fewer columns brings no office back to life. */
    void amend(Unit unit) {
        name = unit.name().full();
        shortName = unit.name().ascii();
        kind = unit.kind().name();
        parent = unit.parent().map(UnitCode::value).orElse(parent);
        validFrom = unit.validFrom();
        validTo = unit.validTo().orElse(validTo);
        phone = unit.phone().orElse(phone);
        address = unit.address().orElse(address);
        identifiers.addAll(unit.identifiers());
    }

    Unit unit() {
        return new Unit(
                new UnitCode(code),
                unitName(),
                UnitKind.valueOf(kind),
                Optional.ofNullable(parent).map(UnitCode::new),
                validFrom,
                Optional.ofNullable(validTo),
                List.copyOf(identifiers),
                Optional.ofNullable(phone),
                Optional.ofNullable(address));
    }

    UnitName unitName() {
        return new UnitName(name, shortName);
    }

    boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    List<SuccessorRow> successors() {
        return successors;
    }
}
