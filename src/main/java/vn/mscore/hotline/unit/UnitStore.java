package vn.mscore.hotline.unit;

import java.util.List;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;

/** Port: where offices are kept. Needs a transaction. */
public interface UnitStore {
    /** Writes an office whole, or, without its successors, what is told of it; tells whether it is new. */
    boolean save(FedUnit fed);

    /** Adds or replaces one successor; tells whether it is new. */
    boolean save(UnitCode unit, FedUnit.Successor successor);

    /** What does not hold together after the writes of this transaction: unknown parents and successors, identifiers twice. */
    List<RowFault> contradictions();
}
