package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import vn.mscore.hotline.platform.Job;

/** What officials wrote to one person and the machine spoke does not stay on the disk: a day after it was last heard it goes. */
@Singleton
public class ForgetSpoken implements Job {
    private final SpokenFiles files;

    /** Looks below the sounds that are laid out. */
    @Inject
    ForgetSpoken(PromptFolders folders) {
        this.files = new SpokenFiles(folders.laidOut());
    }

    @Override
    public String name() {
        return "wording.spoken";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        return files.forget();
    }
}
