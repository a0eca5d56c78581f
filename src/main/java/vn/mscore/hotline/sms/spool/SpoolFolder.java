package vn.mscore.hotline.sms.spool;

import java.io.IOException;
import java.util.List;

/** PORT: the few things the spool does to files, so that a test can pull the plug between any two of them. */
interface SpoolFolder {
    /** All file names, in any order. */
    List<String> names() throws IOException;

    /** The names of all files that are put aside, in any order; none when their folder is not there. */
    List<String> aside() throws IOException;

    /** Whether there is such a file; {@code name} may lie in the folder for what is put aside. */
    boolean exists(String name);

    /** The octets of a file. */
    byte[] read(String name) throws IOException;

    /** Makes or replaces a file; nothing need be on disk on return. */
    void write(String name, byte[] octets) throws IOException;

    /** On return the octets of a file are on disk. */
    void force(String name) throws IOException;

    /** Gives a file another name in one step; {@code to} may lie in the folder for what is put aside. */
    void move(String from, String to) throws IOException;

    /** Removes a file; quiet when there is none. */
    void delete(String name) throws IOException;

    /** On return the names are on disk. */
    void forceNames() throws IOException;
}
