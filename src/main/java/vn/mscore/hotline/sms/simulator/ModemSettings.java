package vn.mscore.hotline.sms.simulator;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a simulated modem is.
 *
 * @param number the number of its SIM, E.164
 * @param port TCP port on 127.0.0.1, 0 for any free one
 * @param slots places on the SIM, 10 to 50 for a real one
 * @param imsi identity of the SIM, 15 digits
 * @param imei identity of the equipment, 15 digits
 * @param pin the SIM's PIN, asked for when {@link Switch#PIN} is on
 * @param history file that gets a durable line for whatever entered and left, for tests that kill the other end
 */
public record ModemSettings(
        String number, int port, int slots, String imsi, String imei, String pin, Optional<Path> history) {

    /** An ordinary modem with {@code slots} places on a free port. */
    public static ModemSettings of(String number, int slots) {
        return new ModemSettings(number, 0, slots, "452040000000001", "356938035643809", "1234", Optional.empty());
    }

    /** The same on another port. */
    public ModemSettings onPort(int other) {
        return new ModemSettings(number, other, slots, imsi, imei, pin, history);
    }

    /** The same with a history file. */
    public ModemSettings withHistory(Path file) {
        return new ModemSettings(number, port, slots, imsi, imei, pin, Optional.of(file));
    }
}
