package vn.mscore.hotline.desk.ivr;

/** A moment of a conversation: says, asks, and tells which moment comes next. */
@FunctionalInterface
interface Step {
    /** Nothing comes next. */
    Step END = talk -> {
        throw new IllegalStateException("the conversation is over");
    };

    /** Takes this moment's part of the talk. */
    Step take(Dialogue talk);
}
