package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.launcher.backup.Area;
import vn.mscore.hotline.launcher.backup.BackupReader;
import vn.mscore.hotline.launcher.backup.Folder;

/**
 * Where on this machine the files of a backup are. What moves from folder to table while the gateway works is taken before and
 * again after the snapshot of the tables, so that it is caught on one side at least; the gateway takes in once what it then finds twice.
 */
final class BackupPlaces {
    /** Kept apart, made anew, or of no use elsewhere. */
    private static final Set<String> STAYS_OUT = Set.of(
            "secrets",
            "mariadb",
            "container",
            "tmp",
            "log",
            "lock",
            "breath",
            "asterisk",
            "voice/sounds",
            "restored",
            LastBackup.FILE,
            AuditSeal.FILE,
            AuditSeal.TAKEN);
    /** Settings of the type path that name no files of the deployer's own. */
    private static final Set<String> NO_OWN_FILES = Set.of(
            "hotline.var",
            "hotline.voice.asterisk.prefix",
            "hotline.voice.spool",
            "hotline.voice.recordings",
            "hotline.voice.heartbeat");

    private static final String MAPPINGS = "hotline.sms.http";
    /** What an empty place may hold: keys brought back, and what each command makes. */
    private static final Set<String> HARMLESS = Set.of("secrets", "lock", "log", "tmp", "container");

    private final GatewaySettings settings;
    private final Path var;
    private final Path spool;
    private final Path recordings;

    BackupPlaces(GatewaySettings settings) {
        this.settings = settings;
        this.var = settings.var();
        this.spool = ExchangeValues.recordings(settings);
        String own = settings.text("hotline.voice.recordings");
        this.recordings = own.isEmpty()
                ? var.resolve("recordings")
                : Path.of(own).toAbsolutePath().normalize();
    }

    /** The folder of each area. */
    Map<Area, Path> folders() {
        Map<Area, Path> folders = new EnumMap<>(Area.class);
        folders.put(Area.VAR, var);
        folders.put(Area.SPOOL, spool);
        folders.put(Area.QUARANTINE, quarantine());
        folders.put(Area.RECORDINGS, recordings);
        folders.put(Area.SETTINGS, restored());
        return folders;
    }

    /** Where a restore lays the settings of the other machine aside. */
    Path restored() {
        return var.resolve("restored");
    }

    /** The seals of the audit trail: never newer than the trail itself, else it would look cut off. */
    Folder seals() {
        return Folder.whole(Area.VAR, var.resolve(AuditSeal.FILE));
    }

    /** What moves; {@code own} is the backup itself: neither it nor another is inside, they would double each night. */
    List<Folder> moving(Path own) {
        Path root = real(var);
        Set<Path> others = Stream.of(recordings, spool, quarantine())
                .flatMap(path -> Stream.of(real(path), real(path.getParent()).resolve(path.getFileName())))
                .collect(Collectors.toSet());
        Predicate<String> left = path ->
                STAYS_OUT.contains(path) || others.contains(root.resolve(path)) || isBackup(root.resolve(path), own);
        return List.of(new Folder(Area.VAR, var, "", left), Folder.whole(Area.SPOOL, spool));
    }

    private static boolean isBackup(Path file, Path own) {
        Path place = real(own.toAbsolutePath().getParent());
        return file.equals(place.resolve(own.getFileName()))
                || file.equals(place.resolve(BackupFile.part(own).getFileName()))
                || BackupReader.begins(file);
    }

    /** Refuses a backup below what it would hold: it would hold itself, or be taken for a recording. */
    void refuseAmongData(Path own, Optional<Path> config) throws StartRefused {
        Path folder = real(own.toAbsolutePath().normalize().getParent());
        List<Folder> data = new ArrayList<>(resting(config));
        data.add(Folder.whole(Area.SPOOL, spool));
        for (Folder one : data) {
            if (folder.startsWith(real(one.root()))) {
                throw new StartRefused("a backup does not belong into " + one.root() + ": name another folder");
            }
        }
    }

    private Path quarantine() {
        return spool.resolveSibling("quarantine");
    }

    /** Where it is when links are followed, as far as it is there. */
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** What only grows. */
    List<Folder> resting(Optional<Path> config) {
        List<Folder> folders = new ArrayList<>();
        folders.add(Folder.whole(Area.QUARANTINE, quarantine()));
        folders.add(Folder.whole(Area.RECORDINGS, recordings));
        config.ifPresent(file -> folders.add(Folder.whole(Area.SETTINGS, file.toAbsolutePath())));
        KnownSettings known = KnownSettings.load();
        settings.values().forEach((key, value) -> {
            boolean path = known.of(key)
                    .filter(row -> row.type().kind() == SettingType.Kind.PATH)
                    .isPresent();
            if (path && !value.isEmpty() && !NO_OWN_FILES.contains(key)) {
                Path named = Path.of(value).toAbsolutePath().normalize();
                folders.add(new Folder(Area.SETTINGS, named, key + "/", left -> false));
            }
        });
        folders.addAll(mappings());
        return folders;
    }

    /** The files of the lines to aggregators: {@code name=FILE, name=FILE}. */
    private List<Folder> mappings() {
        List<Folder> files = new ArrayList<>();
        settings.lines(MAPPINGS).forEach((name, named) -> {
            Path file = Path.of(named).toAbsolutePath().normalize();
            files.add(new Folder(Area.SETTINGS, file, MAPPINGS + "/" + name + "/", left -> false));
        });
        return files;
    }

    /** Refuses a place where something is already. */
    void refuseUnlessEmpty() throws StartRefused {
        refuseUnlessEmpty(var, HARMLESS);
        refuseUnlessEmpty(spool, Set.of());
        refuseUnlessEmpty(quarantine(), Set.of());
        refuseUnlessEmpty(recordings, Set.of());
    }

    private static void refuseUnlessEmpty(Path folder, Set<String> harmless) throws StartRefused {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> first = files.filter(
                            file -> !harmless.contains(file.getFileName().toString()))
                    .sorted()
                    .findFirst();
            if (first.isPresent()) {
                throw new StartRefused("a restore needs an empty place, and there is " + first.get());
            }
        } catch (IOException e) {
            throw new StartRefused("the folder " + folder + " cannot be used", e);
        }
    }
}
