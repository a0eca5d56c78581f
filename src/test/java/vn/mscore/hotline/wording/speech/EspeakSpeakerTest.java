package vn.mscore.hotline.wording.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.voice.Sound;

class EspeakSpeakerTest {
    private static final String OFFICE = "Hợp tác xã nông nghiệp Bình Minh";

    @TempDir
    private Path folder;

    private SpeechScene scene;

    @BeforeEach
    void open() {
        scene = SpeechScene.in(folder);
    }

    /** A program that takes the options of espeak-ng, the last of which is the file to write. */
    private EspeakSpeaker speaker(String script) throws IOException {
        Path program = folder.resolve("speaker");
        Files.writeString(program, "#!/bin/sh\nPATH=/usr/bin:/bin\nfor file; do :; done\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new EspeakSpeaker(scene.text, scene.folders, Optional.of(program));
    }

    private Path spoken() {
        return scene.folders.laidOut().resolve("loi");
    }

    @Test
    @Timeout(60)
    void espeakSpeaksANameAsTheTelephoneWantsIt() throws IOException {
        Optional<Path> espeak = EspeakSpeaker.program("espeak-ng");
        assumeTrue(espeak.isPresent(), "espeak-ng is not installed here");
        EspeakSpeaker speaker = new EspeakSpeaker(scene.text, scene.folders, espeak);
        String id = speaker.say(OFFICE).orElseThrow();
        byte[] file = Files.readAllBytes(scene.folders.laidOut().resolve(id + ".wav"));
        assertThat(Wav.fault(file)).isEmpty();
        Wav wav = Wav.read(file);
        assertThat(wav.samples().length / (double) Wav.RATE).isBetween(1.0, 5.0);
        assertThat(wav.peak()).isBetween(22_000, 23_300);
        assertThat(scene.store.wav(id)).isPresent();
    }

    @Test
    void theTextGoesToTheInputAndNeverToTheCommandLineOrIntoTheNameOfTheFile() throws IOException {
        Path tone = folder.resolve("tone.wav");
        Files.write(tone, SpeechScene.tone());
        Path heard = folder.resolve("heard");
        EspeakSpeaker speaker = speaker("echo \"$@\" > " + heard + ".arguments; cat > " + heard + "; env > " + heard
                + ".env; cp " + tone + " \"$file\"");
        String id = speaker.say("Đội 9 `id` $(reboot); UBND").orElseThrow();
        assertThat(Sound.prompt(id).id()).matches("loi/[0-9a-f]{40}");
        assertThat(heard).hasContent("Đội chín id reboot; Ủy ban nhân dân");
        assertThat(Files.readString(Path.of(heard + ".arguments"))).doesNotContain("reboot", "Đội");
        assertThat(Files.readString(Path.of(heard + ".env"))).doesNotContain("HOME=", "USER=", "JAVA");
    }

    @Test
    void whatWasSpokenOnceIsNotSpokenAgain() throws IOException {
        Path tone = folder.resolve("tone.wav");
        Files.write(tone, SpeechScene.tone());
        Optional<String> id =
                speaker("cat > /dev/null; cp " + tone + " \"$file\"").say(OFFICE);
        assertThat(id).isPresent();
        assertThat(speaker("exit 1").say(OFFICE)).isEqualTo(id);
        assertThat(new EspeakSpeaker(scene.text, scene.folders, Optional.empty()).say(OFFICE))
                .isEqualTo(id);
    }

    @Test
    @Timeout(30)
    void aSpeakerThatFailsHangsOrGivesRubbishLeavesNothingBehind() throws IOException {
        for (String script : new String[] {"exit 3", "exec sleep 20", "echo rubbish > \"$file\"", "exit 0"}) {
            assertThat(speaker(script).say(OFFICE)).as(script).isEmpty();
        }
        try (Stream<Path> left = Files.list(spoken())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void withoutASpeakerOrWithTooMuchToSayNothingIsSaid() {
        EspeakSpeaker none = new EspeakSpeaker(scene.text, scene.folders, EspeakSpeaker.program("off"));
        assertThat(none.say(OFFICE)).isEmpty();
        assertThat(none.say("!?")).isEmpty();
        assertThat(none.say("a ".repeat(400))).isEmpty();
        assertThat(EspeakSpeaker.program("espeak-ng-that-is-not-there")).isEmpty();
    }

    @Test
    void theLongestUnusedGoesWhenThereIsNoRoom() throws IOException {
        SpokenFiles files = new SpokenFiles(scene.folders.laidOut(), 3L * SpeechScene.tone().length);
        for (int i = 1; i <= 3; i++) {
            files.keep("loi/a" + i, SpeechScene.tone());
            age("a" + i, Duration.ofSeconds(30L - i));
        }
        assertThat(files.use("loi/a1")).isTrue();
        files.keep("loi/a4", SpeechScene.tone());
        assertThat(files.use("loi/a2")).isFalse();
        assertThat(files.use("loi/a1")).isTrue();
        assertThat(files.use("loi/a3")).isTrue();
        assertThat(files.use("loi/a4")).isTrue();
    }

    @Test
    void whatNobodyHeardForADayIsNotKept() throws IOException {
        SpokenFiles files = new SpokenFiles(scene.folders.laidOut());
        for (int hours : List.of(23, 25)) {
            files.keep("loi/a" + hours, SpeechScene.tone());
            age("a" + hours, Duration.ofHours(hours));
        }
        files.keep("loi/a0", SpeechScene.tone());
        Files.createFile(spoken().resolve("raw1.wav"));
        age("raw1", Duration.ofHours(25));
        Files.move(spoken().resolve("raw1.wav"), spoken().resolve("raw1.tmp"));
        assertThat(new ForgetSpoken(scene.folders).run())
                .as("what a death left too")
                .isEqualTo(2);
        assertThat(List.of(files.use("loi/a0"), files.use("loi/a23"), files.use("loi/a25")))
                .containsExactly(true, true, false);
    }

    @Test
    void whereNothingWasSpokenThereIsNothingToForget() {
        assertThat(new ForgetSpoken(scene.folders).run()).isZero();
    }

    private void age(String name, Duration unused) throws IOException {
        Path file = spoken().resolve(name + ".wav");
        FileTime now = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(unused)));
    }
}
