package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.mscore.hotline.citizen.CitizenSettings;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.UtcConverter;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;

/** The history of consent in {@code citizen_consent}: rows are only ever added; the newest one counts. */
@Singleton
public class SqlConsents implements Consents {
    private final EntityManager database;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final String wording;

    /** Notes the wording version of {@code settings} with every change. */
    @Inject
    public SqlConsents(EntityManager database, BlindIndex index, Ids ids, Clock clock, Settings settings) {
        this.database = database;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
        this.wording = CitizenSettings.from(settings).wordingVersion();
    }

    @Override
    public Instant optOut(PhoneNumber phone, String channel) {
        return note(phone, channel, false);
    }

    @Override
    public Instant optIn(PhoneNumber phone, String channel) {
        return note(phone, channel, true);
    }

    private Instant note(PhoneNumber phone, String channel, boolean given) {
        Instant now = clock.instant();
        database.createNativeQuery("insert into citizen_consent"
                        + " (id, phone_index, given, at, channel, wording_version) values (?, ?, ?, ?, ?, ?)")
                .setParameter(1, ids.next())
                .setParameter(2, index.of(BlindIndex.Purpose.PHONE, phone))
                .setParameter(3, given)
                .setParameter(4, UtcConverter.utc(now))
                .setParameter(5, channel)
                .setParameter(6, wording)
                .executeUpdate();
        return now;
    }

    @Override
    public boolean hasOptedOut(PhoneNumber phone) {
        List<?> newest = database.createNativeQuery(
                        "select if(given, 'IN', 'OUT') from citizen_consent where phone_index = ? order by at desc, id desc limit 1")
                .setParameter(1, index.of(BlindIndex.Purpose.PHONE, phone))
                .getResultList();
        return newest.stream().anyMatch("OUT"::equals);
    }
}
