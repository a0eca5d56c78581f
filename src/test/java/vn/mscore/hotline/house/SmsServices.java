package vn.mscore.hotline.house;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.mscore.hotline.platform.Service;

/** The services of the room sms, started and stopped by a test as the gateway does it. */
@Singleton
public class SmsServices {
    private final List<Service> services;

    @Inject
    SmsServices(@Any Instance<Service> all) {
        services = StreamSupport.stream(all.spliterator(), false)
                .filter(service -> service.getClass().getName().startsWith("vn.mscore.hotline.sms."))
                .filter(service -> !service.getClass().getName().contains(".simulator."))
                .sorted(Comparator.comparingInt(Service::order))
                .toList();
    }

    /** All, in their order. */
    public void start() {
        services.forEach(Service::start);
    }

    /** In reverse. */
    public void stop() {
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).stop();
        }
    }
}
