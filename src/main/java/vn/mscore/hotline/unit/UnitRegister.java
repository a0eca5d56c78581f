package vn.mscore.hotline.unit;

import java.util.List;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;

/** How the authority feeds offices; each call is one transaction that keeps all or nothing. */
public interface UnitRegister {
    /** Creates or replaces one office out of its JSON; returns what was wrong, nothing when it is kept. */
    List<RowFault> put(String code, byte[] json);

    /** Offices: {@code code, name, short_name, kind, parent, valid_from, valid_to, identifiers, phone, address}. */
    ImportReport importUnits(byte[] csv);

    /** Successors: {@code code, field, unit, from}. */
    ImportReport importSuccessors(byte[] csv);
}
