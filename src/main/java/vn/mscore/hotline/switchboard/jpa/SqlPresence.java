package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.LineMoved;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.voice.QueueSeats;

/** Operators at their telephones, in {@code switchboard_presence}. */
@Singleton
public class SqlPresence implements OperatorPresence {
    private final Sql sql;
    private final QueueSeats seats;
    private final Facts facts;
    private final Clock clock;
    private final List<String> devices;

    /** Seats operators through {@code seats}. */
    @Inject
    public SqlPresence(Sql sql, QueueSeats seats, Facts facts, Clock clock, Settings settings) {
        this.sql = sql;
        this.seats = seats;
        this.facts = facts;
        this.clock = clock;
        this.devices = Arrays.stream(
                        settings.text("hotline.voice.devices").orElse("").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public Optional<Reason> set(String login, String device, boolean present) {
        if (!devices.contains(device)) {
            return Optional.of(new Reason("switchboard.device", "không có máy này / there is no such telephone"));
        }
        if (sql.exists("select 1 from switchboard_presence where device = ? and login <> ?", device, login)) {
            return Optional.of(new Reason(
                    "switchboard.device-taken", "đã có người trực ở máy này / somebody else sits at this telephone"));
        }
        deviceOf(login).filter(old -> !present || !old.equals(device)).ifPresent(old -> leave(login, old));
        if (present && deviceOf(login).isEmpty()) {
            sql.update(
                    "insert into switchboard_presence (login, device, since) values (?, ?, ?)",
                    login,
                    device,
                    clock.instant());
            seats.seat(device, true);
        }
        facts.tell(new LineMoved(Optional.of(device), false));
        return Optional.empty();
    }

    private void leave(String login, String device) {
        sql.update("delete from switchboard_presence where login = ?", login);
        seats.seat(device, false);
    }

    @Override
    public List<Seat> now() {
        return sql.rows(
                "select login, device, since from switchboard_presence order by since, login",
                row -> new Seat(row.text("login"), row.text("device"), row.instant("since")));
    }

    @Override
    public Optional<String> deviceOf(String login) {
        return sql.first("select device from switchboard_presence where login = ?", row -> row.text("device"), login);
    }

    @Override
    public List<String> devices() {
        return devices;
    }

    /** Those who have been there since before {@code at} have gone home without saying so; tells how many. */
    public int leaveSince(Instant at) {
        List<Seat> forgotten =
                now().stream().filter(seat -> seat.since().isBefore(at)).toList();
        forgotten.forEach(seat -> leave(seat.login(), seat.device()));
        return forgotten.size();
    }
}
