package vn.mscore.hotline.report.sql;

import java.util.ArrayList;
import java.util.List;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Puts the offices of a viewer before a query, as the table {@code area (code)}: the own unit, all below, and those of
 * before whose successors these are. Without a unit the table is empty.
 */
final class AreaSql {
    private static final String AREA =
            "with recursive below (code) as (select code from unit where code = ? union select u.code from unit u"
                    + " join below b on u.parent = b.code), area (code) as (select code from below union"
                    + " select s.unit from unit_successor s join area a on s.successor = a.code"
                    + " join unit gone on gone.code = s.unit and gone.valid_to is not null) ";

    private AreaSql() {}

    /** The query behind the area. */
    static String with(String query) {
        return AREA + query;
    }

    /** The parameters of {@link #with}: the viewer's unit, then those of the query. */
    static Object[] parameters(Viewer viewer, Object... more) {
        List<Object> all = new ArrayList<>();
        all.add(viewer.unit().map(UnitCode::value).orElse(""));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
