package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;

/**
 * {@code PAIRS}: whether the time of a refusal tells a name that exists from one that does not (security row 135: the means
 * differ by less than 20 ms). A wrong password for the one and for the other by turns, at the packaged demo; what was noted of
 * failures is deleted in between, or the slow-down would be measured.
 */
public final class SignInBench {
    private static final int WARM_UP = 20;

    private final Gateway gateway;
    private final Connection database;
    private final List<String> known;

    private SignInBench(Gateway gateway, Connection database) throws IOException {
        this.gateway = gateway;
        this.database = database;
        this.known = People.all(gateway, Role.OPERATOR).stream()
                .map(People.Person::login)
                .toList();
    }

    /** Runs and prints. */
    public static void main(String[] args) throws Exception {
        try (Gateway gateway = new Gateway(Gateway.freshFolder("sign-in-bench"))
                .set("hotline.demo", "true")
                .set("hotline.voice.asterisk", "off")) {
            gateway.start();
            try (Connection database = embedded(gateway)) {
                new SignInBench(gateway, database).run(Integer.parseInt(args[0]));
            }
        }
        System.exit(0);
    }

    /** The gateway's own database. */
    static Connection embedded(Gateway gateway) throws IOException, SQLException {
        String port = Files.readString(gateway.var().resolve("mariadb/port")).strip();
        String password =
                Files.readString(gateway.var().resolve("secrets/db-password")).strip();
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/hotline", "hotline", password);
    }

    private void run(int pairs) throws Exception {
        double[] there = new double[pairs];
        double[] unknown = new double[pairs];
        IntStream.range(0, WARM_UP).forEach(i -> millis(known.get(0)));
        for (int i = 0; i < pairs; i++) {
            there[i] = millis(known.get(i % known.size()));
            unknown[i] = millis("nobody" + i);
        }
        System.out.printf(
                "%d refusals each: known name mean %.1f ms, median %.1f ms; unknown name mean %.1f ms, median %.1f ms;"
                        + " the means differ by %.1f ms; load %s%n",
                pairs, mean(there), median(there), mean(unknown), median(unknown), Math.abs(mean(there) - mean(unknown)),
                Files.readString(java.nio.file.Path.of("/proc/loadavg")).substring(0, 4));
    }

    private double millis(String login) {
        try (Statement statement = database.createStatement()) {
            statement.execute("delete from account_failure");
            Caller caller = Caller.stranger(gateway);
            caller.get("/console/login");
            long start = System.nanoTime();
            Caller.Answer answer =
                    caller.post("/console/login", Map.of("login", login, "password", "khong phai mat khau nay"));
            double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
            if (!answer.body().contains("Tên đăng nhập hoặc mật khẩu không đúng")) {
                throw new IllegalStateException(login + " was answered " + answer.status());
            }
            return millis;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
    }

    private static double median(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sorted().skip(values.length / 2)
                .findFirst().orElse(Double.NaN);
    }
}
