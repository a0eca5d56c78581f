package vn.mscore.hotline.platform;

/** Whether the database answers, has the schema this build needs and takes writes. */
public interface DatabaseState {
    /** Empty when all is well, else what is wrong in one sentence; asks the database in short transactions. Throws when it does not answer. */
    String fault();
}
