package vn.mscore.hotline.access;

/** What a person of the offices is to the hotline. One account has one role; a person with two has two accounts. */
public enum Role {
    /** Hotline desk of the council: classifies, routes, answers. Sees every open case, never an opened sealed one. */
    OPERATOR,
    /** Of one unit: sees what was sent to it and answers. */
    OFFICER,
    /** Of a unit and all below it: sees what is late and with whom, explains, extends. */
    LEADER,
    /** Delegate of the council: own area, masked. */
    DELEGATE,
    /** One of two who open sealed cases together. */
    CUSTODIAN,
    /** Reads who did and read what; no case. */
    AUDITOR,
    /** Accounts, units, calendar, routes, texts; no case. */
    ADMINISTRATOR
}
