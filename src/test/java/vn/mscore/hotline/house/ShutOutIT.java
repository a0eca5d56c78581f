package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Debian's fail2ban reads lines that Asterisk wrote with the filter we give to deployers. */
class ShutOutIT {
    @Test
    void fail2banTakesTheAddressesOfThoseWhoTriedAndOnlyThose() throws Exception {
        AptTool.require("/usr/bin/fail2ban-regex", "fail2ban");
        List<SecurityLogLine> lines = SecurityLogLine.all();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/fail2ban")), "log");
        Path log = Files.write(
                folder.resolve("security"),
                lines.stream().map(SecurityLogLine::line).toList());
        List<SecurityLogLine> counted =
                lines.stream().filter(line -> line.shutOut().isPresent()).toList();
        assertThat(said("msg", log))
                .isEqualTo(counted.stream().map(SecurityLogLine::line).toList());
        assertThat(said("ip", log))
                .isEqualTo(counted.stream()
                        .map(line -> line.shutOut().orElseThrow())
                        .toList());
    }

    private static List<String> said(String what, Path log) throws IOException, InterruptedException {
        Path out = log.resolveSibling(what + ".txt");
        Process process = new ProcessBuilder(
                        "fail2ban-regex", "--out", what, log.toString(), ShutOutFilter.FILE.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        return Files.readAllLines(out);
    }
}
