package vn.mscore.hotline.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;

/** Another node on the database of a house: its keys in a folder of its own, its jobs, and nothing else. */
final class KeyNode {
    final SecretFiles files;
    final KeyRing keys;
    final AesGcmCipher cipher;
    final ShareLaneKeys share;
    final MakeLaneKeys make;
    final DestroyLaneKeys destroy;

    KeyNode(House house, Path secrets, SealedOnDisk... spools) {
        Clock clock = house.get(Clock.class);
        Sql sql = house.get(Sql.class);
        InTransaction transactions = house.get(InTransaction.class);
        files = new SecretFiles(secrets);
        keys = new KeyRing(files, clock);
        cipher = new AesGcmCipher(keys);
        SqlLaneKeys shared = new SqlLaneKeys(sql, cipher);
        SqlKeyLives lives = new SqlKeyLives(sql);
        share = new ShareLaneKeys(keys, shared, transactions);
        SqlNextKeys next = new SqlNextKeys(keys, shared, lives, new SqlKeyRegister(sql, clock), clock);
        make = new MakeLaneKeys(keys, next, transactions, new ClockLeap(sql, transactions, clock));
        destroy = new DestroyLaneKeys(keys, lives, List.of(spools), transactions);
    }

    /** A copy of the secrets of {@code from}, as the handbook says it. */
    static Path copy(Path from, Path to) {
        try (Stream<Path> secrets = Files.list(from)) {
            SecretFiles source = new SecretFiles(from);
            SecretFiles target = new SecretFiles(to);
            secrets.map(file -> file.getFileName().toString())
                    .forEach(name -> target.keep(name, source.find(name, 1).orElseThrow()));
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
