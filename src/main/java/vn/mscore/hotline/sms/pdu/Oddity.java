package vn.mscore.hotline.sms.pdu;

/** What was wrong with a message that could be read all the same. */
public enum Oddity {
    /** TP-UDL promises more user data than came. */
    USER_DATA_SHORT,
    /** More user data came than TP-UDL says; the surplus is ignored. */
    USER_DATA_SURPLUS,
    /** An element of the user data header runs over its end or has a wrong length. */
    HEADER_MALFORMED,
    /** A concatenation that cannot be: total 0, number 0 or number above total (TS 23.040 9.2.3.24.1 says: ignore it). */
    CONCAT_IMPOSSIBLE,
    /** UCS-2 text with an odd number of octets; the last is ignored. */
    UCS2_ODD,
    /** UCS-2 text with the octets of each character swapped, or with a byte order mark. */
    UCS2_BYTE_ORDER,
    /** A code that stands for no character, shown as U+FFFD. */
    UNKNOWN_CHARACTER,
    /** A national language this table does not know, read with the default alphabet. */
    UNKNOWN_LANGUAGE,
    /** A reserved coding, read with the default alphabet (TS 23.038 clause 4). */
    RESERVED_CODING,
    /** Compressed text, kept as octets. */
    COMPRESSED,
    /** A time stamp that is no date. */
    TIMESTAMP_UNREADABLE
}
