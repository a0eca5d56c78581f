package vn.mscore.hotline.platform;

/** Whether the database answers and has the schema this build needs. */
public interface DatabaseState {
    /** Empty when all is well, else what is wrong in one sentence; asks the database in a short transaction. */
    String fault();
}
