package vn.mscore.hotline.sms.smpp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLineContract;

/** The contract by SMPP, against jSMPP's own server. */
@Waits
class SmppLineContractTest extends SmsLineContract {
    private static final String LAN = "84912345678";

    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> silent = new java.util.concurrent.CopyOnWriteArrayList<>();
    private Centre centre;
    private SmsLine line;

    @Override
    protected SmsLine open() throws IOException {
        centre = new Centre();
        line = QuickLine.unasked(centre.address(""));
        return line;
    }

    @Override
    protected List<String> taken() {
        return centre.submitted.isEmpty()
                ? List.copyOf(silent)
                : centre.submitted.stream()
                        .map(sms -> text(sms.getShortMessage()))
                        .toList();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.US_ASCII);
    }

    @Override
    protected void goAway() throws Exception {
        centre.close();
        // Until the end of the connection has come, a text may go out on it and its fate is unknown.
        await(() -> line.state().status() != Status.READY);
    }

    @Override
    protected void fallSilent() {
        centre.status = sms -> {
            silent.add(text(sms.getShortMessage()));
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 8;
        };
    }

    @Override
    protected boolean deliver(String text) throws Exception {
        await(centre::bound);
        return centre.deliver(LAN, text) == 0;
    }

    @Override
    protected boolean deliverAgain(String text) throws Exception {
        int binds = centre.binds.get();
        centre.cut();
        await(() -> centre.binds.get() > binds && line.state().status() == Status.READY);
        return deliver(text);
    }

    @Override
    protected void close() throws IOException {
        over.countDown();
        centre.close();
    }
}
