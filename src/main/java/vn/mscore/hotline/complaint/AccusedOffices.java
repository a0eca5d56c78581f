package vn.mscore.hotline.complaint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** PORT: the office a case complains about, where the desk stated it beside the dossier. Needs a transaction. */
public interface AccusedOffices {
    /** What was stated last; empty when nothing was, and for a case of the secret lane. */
    Optional<Accused> of(TicketNumber ticket);

    /** The same of many, those of whom something was stated. */
    Map<TicketNumber, Accused> of(List<TicketNumber> tickets);

    /** States it; logged as {@code accused}. */
    void state(Complaint complaint, Accused accused, String login);

    /**
     * What the desk stated.
     *
     * @param unit the office, empty for "not known"
     */
    record Accused(Optional<UnitCode> unit) {
        /** Somebody asked, and it is not known. */
        public static final Accused UNKNOWN = new Accused(Optional.empty());

        /** Stands for {@link #UNKNOWN} where codes of offices stand. */
        public static final String NOBODY_KNOWS = "-";

        /** That office. */
        public static Accused of(UnitCode unit) {
            return new Accused(Optional.of(unit));
        }

        /** The code of the office, or {@link #NOBODY_KNOWS}. */
        public String code() {
            return unit.map(UnitCode::value).orElse(NOBODY_KNOWS);
        }
    }
}
