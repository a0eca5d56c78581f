package vn.mscore.hotline.unit.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.FedUnit;
import vn.mscore.hotline.unit.FedUnit.Successor;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.UnitStore;
import vn.mscore.hotline.unit.Units;

/** Offices in the database. */
@Singleton
public class JpaUnits implements Units, UnitStore {
    private static final String UNKNOWN_PARENTS =
            "select u.code, u.parent from unit u left join unit p on p.code = u.parent"
                    + " where u.parent is not null and p.code is null limit 50";
    private static final String UNKNOWN_SUCCESSORS =
            "select distinct s.unit, s.successor from unit_successor s left join unit n on n.code = s.successor"
                    + " where n.code is null limit 50";
    private static final String IDENTIFIERS_TWICE = "select distinct a.unit, a.identifier from unit_identifier a"
            + " join unit_identifier b on b.identifier = a.identifier and b.unit > a.unit"
            + " join unit ua on ua.code = a.unit join unit ub on ub.code = b.unit"
            + " where ua.valid_from <= coalesce(ub.valid_to, '9999-12-31')"
            + " and ub.valid_from <= coalesce(ua.valid_to, '9999-12-31') limit 50";
    private static final String PARENTS_IN_CIRCLE =
            "with recursive up (code, parent, depth) as (select code, parent, 1 from unit where parent is not null"
                    + " union all select up.code, u.parent, up.depth + 1 from up join unit u on u.code = up.parent"
                    + " where u.parent is not null and up.depth < 20)"
                    + " select distinct code, 'x' from up where depth = 20 limit 50";

    private static final String ANSWERS_FOR =
            "with recursive own (code) as (select code from unit where code = ?1 union select u.code from unit u"
                    + " join own on u.parent = own.code where ?2), followed (code) as (select code from own union"
                    + " select s.unit from unit_successor s join followed f on s.successor = f.code"
                    + " join unit u on u.code = s.unit and u.valid_to < ?3 where s.field = '' and s.valid_from <= ?3"
                    + " and not exists (select 1 from unit_successor n where n.unit = s.unit and n.field = ''"
                    + " and n.valid_from > s.valid_from and n.valid_from <= ?3)) select code from followed";

    private static final String SEARCH = "select u from UnitRow u where lower(u.code) like :plain escape '!'"
            + " or lower(u.shortName) like :plain escape '!' or lower(u.name) like :words escape '!' order by u.code";

    /** As no code and no short name is. */
    private static final String NONE = " ";

    private final EntityManager db;

    /** Works in the caller's transaction. */
    @Inject
    public JpaUnits(EntityManager db) {
        this.db = db;
    }

    @Override
    public Optional<Unit> find(UnitCode code) {
        return row(code.value()).map(UnitRow::unit);
    }

    private Optional<UnitRow> row(String code) {
        return Optional.ofNullable(db.find(UnitRow.class, code));
    }

    @Override
    public Optional<Unit> byIdentifier(String identifier, LocalDate day) {
        String query = "select u from UnitRow u join u.identifiers i where i = :wanted";
        return existing(query, identifier, day).findFirst();
    }

    private Stream<Unit> existing(String query, String wanted, LocalDate day) {
        return db.createQuery(query, UnitRow.class)
                .setParameter("wanted", wanted)
                .getResultStream()
                .filter(row -> row.existsOn(day))
                .map(UnitRow::unit);
    }

    @Override
    public UnitCode successor(UnitCode unit, String field, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String code = unit.value();
        while (seen.add(code)) {
            Optional<UnitRow> row = row(code);
            if (row.isEmpty() || row.get().existsOn(day)) {
                return new UnitCode(code);
            }
            Optional<String> next = next(row.get(), field, day).or(() -> next(row.get(), "", day));
            if (next.isEmpty()) {
                return new UnitCode(code);
            }
            code = next.get();
        }
        return unit;
    }

    private static Optional<String> next(UnitRow row, String field, LocalDate day) {
        return row.successors().stream()
                .filter(s -> s.isFor(field, day))
                .max(Comparator.comparing(SuccessorRow::validFrom))
                .map(SuccessorRow::successor);
    }

    @Override
    public UnitName name(UnitCode unit) {
        return row(unit.value()).map(UnitRow::unitName).orElseGet(() -> codeAsName(unit));
    }

    private static UnitName codeAsName(UnitCode unit) {
        String code = unit.value();
        return new UnitName(code, code.substring(0, Math.min(22, code.length())));
    }

    @Override
    public List<Unit> children(UnitCode parent, LocalDate day) {
        String query = "select u from UnitRow u where u.parent = :wanted order by u.code";
        return existing(query, parent.value(), day).toList();
    }

    @Override
    public Map<UnitCode, String> named(Set<UnitKind> kinds) {
        return db.createQuery("select u.code, u.name from UnitRow u where u.kind in :kinds", Object[].class)
                .setParameter("kinds", kinds.stream().map(UnitKind::name).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> new UnitCode((String) row[0]), row -> (String) row[1]));
    }

    @Override
    public Set<String> codes() {
        return new HashSet<>(
                db.createQuery("select u.code from UnitRow u", String.class).getResultList());
    }

    @Override
    public Set<UnitCode> answersFor(UnitCode unit, boolean below, LocalDate day) {
        Set<UnitCode> codes = new HashSet<>();
        for (Object code : db.createNativeQuery(ANSWERS_FOR)
                .setParameter(1, unit.value())
                .setParameter(2, below)
                .setParameter(3, day)
                .getResultList()) {
            codes.add(new UnitCode((String) code));
        }
        return codes;
    }

    @Override
    public List<Unit> search(String words, int limit) {
        String plain = Unaccented.of(words).strip().toLowerCase(Locale.ROOT);
        return db.createQuery(SEARCH, UnitRow.class)
                .setParameter("plain", Unaccented.isAscii(plain) ? holding(plain) : NONE)
                .setParameter("words", holding(words.strip()))
                .setMaxResults(limit)
                .getResultStream()
                .map(UnitRow::unit)
                .toList();
    }

    /** Letter by letter, whatever they mean to LIKE. */
    private static String holding(String letters) {
        return "%" + letters.replaceAll("[!%_]", "!$0") + "%";
    }

    @Override
    public List<Successor> successors(UnitCode unit) {
        return row(unit.value()).stream()
                .flatMap(row -> row.successors().stream())
                .map(SuccessorRow::fed)
                .toList();
    }

    @Override
    public boolean save(FedUnit fed) {
        String code = fed.unit().code().value();
        Optional<UnitRow> known = row(code);
        UnitRow row = known.orElseGet(() -> new UnitRow(code));
        if (fed.successors().isPresent()) {
            row.take(fed.unit());
        } else {
            row.amend(fed.unit());
        }
        fed.successors().ifPresent(all -> {
            row.successors().clear();
            all.forEach(successor -> row.successors().add(new SuccessorRow(successor)));
        });
        if (known.isEmpty()) {
            db.persist(row);
        }
        return known.isEmpty();
    }

    @Override
    public boolean save(UnitCode unit, Successor successor) {
        Optional<UnitRow> row = row(unit.value());
        Require.that(row.isPresent(), "không có đơn vị này / unknown unit");
        List<SuccessorRow> successors = row.get().successors();
        boolean known = successors.removeIf(other -> other.samePlace(successor));
        successors.add(new SuccessorRow(successor));
        return !known;
    }

    @Override
    public List<RowFault> contradictions() {
        db.flush();
        List<RowFault> faults = new ArrayList<>();
        collect(UNKNOWN_PARENTS, "parent", "không có đơn vị cấp trên %s / unknown unit %s", faults);
        collect(UNKNOWN_SUCCESSORS, "successors", "không có đơn vị kế thừa %s / unknown unit %s", faults);
        collect(
                IDENTIFIERS_TWICE,
                "identifiers",
                "mã định danh %s của hai đơn vị cùng lúc / %s belongs to two",
                faults);
        collect(PARENTS_IN_CIRCLE, "parent", "vòng lặp cấp trên / parents form a circle", faults);
        return faults;
    }

    private void collect(String sql, String field, String sentence, List<RowFault> faults) {
        for (Object row : db.createNativeQuery(sql).getResultList()) {
            Object[] cells = (Object[]) row;
            String about = sentence.replace("%s", String.valueOf(cells[1]));
            faults.add(new RowFault(0, field, cells[0] + ": " + about));
        }
    }
}
