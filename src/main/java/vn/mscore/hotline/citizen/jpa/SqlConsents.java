package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import vn.mscore.hotline.citizen.CitizenSettings;
import vn.mscore.hotline.citizen.Consents;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;

/** The history of consent in {@code citizen_consent}: rows are only ever added; the newest one counts. */
@Singleton
public class SqlConsents implements Consents {
    private final Sql sql;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;
    private final String wording;

    /** Notes the wording version of {@code settings} with every change. */
    @Inject
    public SqlConsents(Sql sql, BlindIndex index, Ids ids, Clock clock, Settings settings) {
        this.sql = sql;
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
        sql.update(
                "insert into citizen_consent (id, phone_index, given, at, channel, wording_version)"
                        + " values (?, ?, ?, ?, ?, ?)",
                ids.next(),
                index.of(BlindIndex.Purpose.PHONE, phone),
                given,
                now,
                channel,
                wording);
        return now;
    }

    @Override
    public boolean hasOptedOut(PhoneNumber phone) {
        return sql.first(
                        "select given from citizen_consent where phone_index = ? order by at desc, id desc limit 1",
                        row -> !row.flag("given"),
                        index.of(BlindIndex.Purpose.PHONE, phone))
                .orElse(false);
    }
}
