package vn.mscore.hotline.platform;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Facts as CDI events: observers run in the teller's transaction. */
@Singleton
public class CdiFacts implements Facts {
    private final Event<Object> events;

    /** Uses the container's event bus. */
    @Inject
    public CdiFacts(Event<Object> events) {
        this.events = events;
    }

    @Override
    public void tell(Object fact) {
        events.fire(fact);
    }
}
