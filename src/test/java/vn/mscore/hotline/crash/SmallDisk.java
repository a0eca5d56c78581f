package vn.mscore.hotline.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.house.AptTool;

/** A file system of a few megabytes at a folder, to be filled to the last byte. */
final class SmallDisk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmallDisk.class.getName());
    private static final int BLOCK = 4096;
    private static final int SECONDS = 30;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast.bin");
    }

    /** Mounts a tmpfs of {@code size} at {@code folder}; where that is not allowed the test is left out: {@link AptTool#skipUnless}. */
    static SmallDisk at(Path folder, String size) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=0700", "tmpfs", folder.toString());
        AptTool.skipUnless(mounted, "no small file system may be mounted here: that takes root");
        return new SmallDisk(folder);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            LOG.log(Level.FINE, "no such program", e);
            return false;
        }
    }

    /** Not a byte is free from now on. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            if (!isFull()) {
                throw e;
            }
        }
    }

    boolean isFull() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() == 0;
    }

    /** Somebody made room. */
    void free() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }
}
