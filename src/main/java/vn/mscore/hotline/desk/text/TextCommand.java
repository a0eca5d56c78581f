package vn.mscore.hotline.desk.text;

import java.util.List;
import java.util.Set;

/** Does what a text asks for, inside the transaction of the inbox. */
public interface TextCommand {
    /** These are carried out next, one by one: what they will need may be read together (ADR 39). */
    default void foresee(List<Asked> asked) {}

    /** The verbs it carries out. */
    Set<Verb> verbs();

    /** Carries out an order. */
    Reply carryOut(Order order, Caller caller);
}
