package vn.mscore.hotline.crash;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;

/**
 * All rooms in a process of their own that is there to be killed: what the packaged gateway runs, without the container
 * that takes most of its start. Argument: a file of settings and of {@code schema.*}. Ends when its standard input does.
 */
public final class Victim {
    private static final Logger LOG = Logger.getLogger(Victim.class.getName());
    private static final long JOB_MILLIS = 1000;
    private static final int MEGABYTE = 1 << 20;

    /** A file below {@code hotline.var}: when it is there, all memory is taken. */
    static final String GLUTTONY = "eat-all-memory";

    private Victim() {}

    /** See the class. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Properties file = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(words[0]))) {
            file.load(in);
        }
        Thread parent = new Thread(Victim::endWithParent, "parent");
        parent.setDaemon(true);
        parent.start();
        Map<String, String> settings = new HashMap<>();
        file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key)));
        TestDatabase.Schema schema = new TestDatabase.Schema(
                settings.get("schema.name"),
                settings.get("schema.url"),
                settings.get("schema.user"),
                settings.get("schema.password"));
        House house = House.reopenWith(Clock.systemUTC(), settings, schema, Rooms.class);
        Path gluttony = Path.of(settings.get("hotline.var"), GLUTTONY);
        Thread glutton = new Thread(() -> eat(gluttony), "glutton");
        glutton.setDaemon(true);
        glutton.start();
        house.get(Rooms.class).start();
        System.out.println("READY");
        house.get(Rooms.class).work();
    }

    /** Takes all memory there is once {@code sign} is there. */
    private static void eat(Path sign) {
        try {
            while (!Files.exists(sign)) {
                Thread.sleep(JOB_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        List<byte[]> eaten = new ArrayList<>();
        while (true) {
            eaten.add(new byte[MEGABYTE]);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything: the end is the message.
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "no parent", e);
        }
        Runtime.getRuntime().halt(0);
    }

    /** The services and jobs of the room sms. */
    @Singleton
    public static class Rooms {
        private final List<Service> services;
        private final List<Job> jobs;

        @Inject
        Rooms(@Any Instance<Service> services, @Any Instance<Job> jobs) {
            this.services = ofSms(services).stream()
                    .sorted(Comparator.comparingInt(Service::order))
                    .toList();
            this.jobs = ofSms(jobs);
        }

        private static <T> List<T> ofSms(Instance<T> all) {
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(one -> one.getClass().getName().startsWith("vn.mscore.hotline.sms."))
                    .filter(one -> !one.getClass().getName().contains(".simulator."))
                    .toList();
        }

        void start() {
            services.forEach(Service::start);
        }

        void stop() {
            for (int i = services.size() - 1; i >= 0; i--) {
                services.get(i).stop();
            }
        }

        void work() throws InterruptedException {
            while (true) {
                for (Job job : jobs) {
                    try {
                        job.run();
                    } catch (RuntimeException e) {
                        LOG.log(Level.WARNING, "job " + job.name(), e);
                    }
                }
                Thread.sleep(JOB_MILLIS);
            }
        }
    }
}
