package vn.mscore.hotline.launcher;

/** What a short command stands on: the lock of {@code var}, the log, a temporary folder and the database. */
record Ground(VarLock lock, Database database) implements AutoCloseable {
    static Ground open(GatewaySettings settings) throws StartRefused {
        VarLock lock = VarLock.take(settings.var());
        try {
            UnfinishedRestore.refuse(settings.var());
            LogFile.open(settings);
            OwnTemporaryFolder.use(settings.var());
            return whole(new Ground(lock, Database.open(settings)));
        } catch (StartRefused e) {
            lock.close();
            throw e;
        }
    }

    private static Ground whole(Ground ground) throws StartRefused {
        try {
            UnfinishedRestore.refuse(ground.database());
            return ground;
        } catch (StartRefused e) {
            ground.database().close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
        lock.close();
    }
}
