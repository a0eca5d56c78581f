package vn.mscore.hotline.desk.text;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.citizen.SubjectRequests;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.CompleteComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.SealedReceipts;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.complaint.Triage;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.PatternCodeReader;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.LatePart;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SecretMessages;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.Unanswered;
import vn.mscore.hotline.switchboard.CallbackRequests;

/** The desk and the wording as in production, the other rooms in memory. */
final class DeskScene implements AutoCloseable {
    final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    final InMemoryRooms.Lines lines = new InMemoryRooms.Lines(clock);
    final InMemoryRooms.Dossiers dossiers = new InMemoryRooms.Dossiers();
    final InMemoryRooms.Scores scores = new InMemoryRooms.Scores(dossiers);
    final InMemoryRooms.Complaints complaints = new InMemoryRooms.Complaints();
    final InMemoryRooms.RefusalList refusals = new InMemoryRooms.RefusalList(clock);
    final List<OutgoingSms> sent = new ArrayList<>();
    final List<Object> facts = new ArrayList<>();
    final List<Long> concealed = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    /** What belongs to calls alone; they have recorded conversations of their own. */
    private static final Pattern TELEPHONE = Pattern.compile("[.](desk[.](ivr|missed)|wording[.]speech)");

    private final Map<String, String> settings;
    private final WeldContainer weld;
    final Map<Long, String> silences = new HashMap<>();
    private long ids;

    DeskScene(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        Weld builder = new Weld().disableDiscovery().addBeanClasses(PatternCodeReader.class);
        Stream.of("desk", "wording")
                .flatMap(room -> classes(room).stream())
                .filter(type -> !type.getSimpleName().startsWith("Sql"))
                .filter(type -> !TELEPHONE.matcher(type.getPackageName()).find())
                .forEach(builder::addBeanClass);
        builder.addBeanClass(SecretWords.class);
        Doubles doubles = new Doubles();
        doubles.add(Clock.class, clock);
        doubles.add(Settings.class, key -> Optional.ofNullable(this.settings.get(key)));
        doubles.add(Facts.class, facts::add);
        doubles.add(CitizenLines.class, lines);
        doubles.add(Limits.class, new InMemoryRooms.SlidingLimits(clock));
        doubles.add(Consents.class, refusals);
        doubles.add(DossierLookup.class, dossiers);
        doubles.add(RecordScore.class, scores);
        doubles.add(RegisterComplaint.class, complaints);
        doubles.add(CompleteComplaint.class, complaints);
        doubles.add(ComplaintStatus.class, complaints);
        doubles.add(Triage.class, DeskScene::suggested);
        doubles.add(SealedReceipts.class, new NoReceipts());
        doubles.add(CallbackRequests.class, (phone, channel) -> LocalDate.parse("2026-08-18"));
        doubles.add(SubjectRequests.class, (phone, words, channel) -> {
            requests.add(words);
            return new SubjectRequests.Opened(
                    "DL-26-00001", LocalDate.parse("2026-08-19"), LocalDate.parse("2026-09-08"));
        });
        doubles.add(SmsOutbox.class, sms -> {
            sent.add(sms);
            return Optional.empty();
        });
        doubles.add(SecretMessages.class, concealed::add);
        doubles.add(Unanswered.class, silences::put);
        doubles.add(InTransaction.class, new Direct());
        doubles.add(OwedLookups.class, new InMemoryRooms.Owed());
        weld = builder.addExtension(doubles).initialize();
    }

    private static Triage.Suggestion suggested(String text) {
        boolean money = text.contains("doi tien") || text.contains("to cao");
        return new Triage.Suggestion(Optional.empty(), false, money, false, false, List.of());
    }

    private static final class Direct implements InTransaction {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    /** Hands the doubles to CDI. */
    static final class Doubles implements Extension {
        private final Map<Class<?>, Object> beans = new LinkedHashMap<>();

        <T> void add(Class<T> face, T bean) {
            beans.put(face, bean);
        }

        void offer(@Observes AfterBeanDiscovery event) {
            beans.forEach((face, bean) ->
                    event.addBean().types(face).scope(Singleton.class).createWith(context -> bean));
        }
    }

    private static List<Class<?>> classes(String room) {
        Path root = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(root.resolve("vn/mscore/hotline/" + room))) {
            List<Class<?>> found = new ArrayList<>();
            for (Path file : files.toList()) {
                String name = root.relativize(file).toString().replace('/', '.');
                if (name.endsWith(".class") && !name.contains("-info")) {
                    found.add(Class.forName(name.substring(0, name.length() - 6)));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T get(Class<T> bean) {
        return weld.select(bean).get();
    }

    /** What the desk answers to a text, joined by a line break; empty when it is silent. */
    String says(String phone, String text) {
        return says(phone, text, false);
    }

    String says(String phone, String text, boolean flood) {
        return says(phone, text, flood, Optional.empty());
    }

    /** The same of a part that came too late. */
    String says(String phone, LatePart late) {
        String text = (late.number() > 1 ? "[...]" : "") + late.words() + (late.number() < late.total() ? "[...]" : "");
        return says(phone, text, false, Optional.of(late));
    }

    private String says(String phone, String text, boolean flood, Optional<LatePart> late) {
        sent.clear();
        Optional<PhoneNumber> sender = PhoneNumber.parse(phone);
        IncomingSms sms = new IncomingSms(++ids, "gsm1", sender, text, Optional.empty(), clock.instant(), flood, late);
        get(TextDesk.class).received(sms);
        return String.join("\n", sent.stream().map(OutgoingSms::text).toList());
    }

    @Override
    public void close() {
        weld.close();
    }
}
