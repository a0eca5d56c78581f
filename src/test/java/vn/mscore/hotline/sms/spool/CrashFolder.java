package vn.mscore.hotline.sms.spool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A folder in memory that loses power when told: octets and names that were not forced are there, or not, or in part, as
 * the disk pleases. Names may reach the disk in any order, octets of the last block may be torn.
 */
final class CrashFolder implements SpoolFolder {
    private static final int BLOCK = 512;

    private final Random random;
    private Map<String, Node> names = new HashMap<>();
    private Map<String, Node> namesOnDisk = new HashMap<>();
    private final List<Consumer<Map<String, Node>>> pending = new ArrayList<>();
    private int stepsLeft = Integer.MAX_VALUE;
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> stuck = new HashSet<>();
    private boolean full;
    private boolean forces = true;
    private boolean forcesNames = true;

    /** A file: what programs see of it and what survives. */
    private static final class Node {
        byte[] octets = {};
        byte[] onDisk = {};
    }

    /** The power is gone. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    CrashFolder(Random random) {
        this.random = random;
    }

    /** A disk that lies about forcing: the tests must find that out. */
    void lies(boolean octets, boolean ofNames) {
        forces = !octets;
        forcesNames = !ofNames;
    }

    /** The power goes within so many steps from now on. */
    void cutAfter(int steps) {
        stepsLeft = steps;
    }

    /** Whether there is room for anything more. */
    void full(boolean now) {
        full = now;
    }

    /** What is on the disk when the power is back. */
    void comeBack() {
        stepsLeft = Integer.MAX_VALUE;
        pending.stream().filter(change -> random.nextBoolean()).forEach(change -> change.accept(namesOnDisk));
        pending.clear();
        for (Node node : namesOnDisk.values()) {
            node.onDisk = Arrays.equals(node.octets, node.onDisk) ? node.onDisk : torn(node.octets);
            node.octets = node.onDisk;
        }
        names = new HashMap<>(namesOnDisk);
    }

    private byte[] torn(byte[] octets) {
        byte[] some = Arrays.copyOf(octets, random.nextInt(octets.length + 1));
        for (int i = Math.max(0, some.length - some.length % BLOCK); i < some.length && random.nextBoolean(); i++) {
            some[i] = (byte) random.nextInt();
        }
        return some;
    }

    /** Changes one octet of a file, as a bad disk does. */
    void spoil(String name) {
        Node node = names.get(name);
        node.octets = node.octets.clone();
        node.octets[random.nextInt(node.octets.length)] ^= 1;
        node.onDisk = node.octets;
    }

    /** A file on a bad place of the disk: one that cannot be read, and one that can neither be removed nor moved. */
    void bad(String name, boolean reading, boolean removing) {
        if (reading) {
            unreadable.add(name);
        }
        if (removing) {
            stuck.add(name);
        }
    }

    /** All places of the disk are good again. */
    void good() {
        unreadable.clear();
        stuck.clear();
    }

    private static void check(Set<String> bad, String name) throws IOException {
        if (bad.contains(name)) {
            throw new IOException("Input/output error");
        }
    }

    private void step() {
        if (stepsLeft-- <= 0) {
            throw new PowerCut();
        }
    }

    private Node node(String name) throws IOException {
        Node node = names.get(name);
        if (node == null) {
            throw new FileNotFoundException(name);
        }
        return node;
    }

    @Override
    public List<String> names() {
        step();
        return names.keySet().stream().filter(name -> !name.contains("/")).toList();
    }

    @Override
    public List<String> aside() {
        return names.keySet().stream().filter(name -> name.contains("/")).toList();
    }

    @Override
    public boolean exists(String name) {
        return names.containsKey(name);
    }

    @Override
    public byte[] read(String name) throws IOException {
        step();
        check(unreadable, name);
        return node(name).octets.clone();
    }

    @Override
    public void write(String name, byte[] octets) throws IOException {
        step();
        Node node = new Node();
        names.put(name, node);
        pending.add(disk -> disk.put(name, node));
        node.octets = full ? new byte[0] : octets.clone();
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void force(String name) throws IOException {
        step();
        Node node = node(name);
        node.onDisk = forces ? node.octets : node.onDisk;
    }

    @Override
    public void move(String from, String to) throws IOException {
        step();
        check(stuck, from);
        Node node = node(from);
        names.remove(from);
        names.put(to, node);
        pending.add(disk -> {
            disk.remove(from);
            disk.put(to, node);
        });
    }

    @Override
    public void delete(String name) throws IOException {
        step();
        check(stuck, name);
        names.remove(name);
        pending.add(disk -> disk.remove(name));
    }

    @Override
    public void forceNames() {
        step();
        if (forcesNames) {
            namesOnDisk = new HashMap<>(names);
            pending.clear();
        }
    }
}
