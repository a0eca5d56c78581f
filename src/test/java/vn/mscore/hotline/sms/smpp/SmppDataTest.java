package vn.mscore.hotline.sms.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.KeptIntake;

/** A centre that delivers by data_sm (SMPP 3.4 4.7), in octets of jSMPP's composer. */
@Timeout(120)
@Waits
class SmppDataTest {
    private final KeptIntake intake = new KeptIntake();
    private ServerSocket door;
    private SmppLine line;
    private Peer peer;
    private int sequence = 500;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0);
        line = QuickLine.to("smpp://u@127.0.0.1:" + door.getLocalPort(), Map.of());
        line.start(intake);
        peer = Peer.bound(door);
    }

    @AfterEach
    void close() throws IOException {
        line.stop();
        peer.close();
        door.close();
    }

    /** The status of the data_sm_resp. */
    private int say(int esmClass, int coding, OptionalParameter... parameters) throws IOException, PDUStringException {
        byte[] pdu = new DefaultComposer()
                .dataSm(
                        ++sequence,
                        "",
                        (byte) 1,
                        (byte) 1,
                        "84912345678",
                        (byte) 0,
                        (byte) 0,
                        "8055",
                        (byte) esmClass,
                        (byte) 0,
                        (byte) coding,
                        parameters);
        peer.say(pdu);
        SmppPdu answer = peer.next(SMPPConstant.CID_DATA_SM_RESP);
        assertThat(answer.sequence()).isEqualTo(sequence);
        assertThat(answer.body()).as("an empty message_id").containsExactly(0);
        return answer.status();
    }

    private static OptionalParameter text(byte[] octets) {
        return new OptionalParameter.Message_payload(octets);
    }

    @Test
    void textsPartsAndReceiptsComeByDataSm() throws Exception {
        assertThat(say(0, 0, text("TC 1".getBytes(US_ASCII)))).isZero();
        assertThat(say(0, 8, text("Cầu treo".getBytes(UTF_16BE)))).isZero();
        assertThat(say(0x40, 0, text(new byte[] {5, 0, 3, 42, 2, 1, 'a', 'b'}))).isZero();
        assertThat(say(
                        4,
                        0,
                        new OptionalParameter.Receipted_message_id("1002"),
                        new OptionalParameter.Message_state((byte) 2)))
                .isZero();
        assertThat(say(0, 0)).isZero();
        assertThat(intake.log())
                .containsExactly(
                        "TEXT +84912345678 TC 1",
                        "TEXT +84912345678 Cầu treo",
                        "TEXT +84912345678 ab 1/2",
                        "REPORT 1002 +84912345678 DELIVERED",
                        "TEXT +84912345678 ");
    }

    @Test
    void whatIsNotStoredStaysWithTheCentre() throws Exception {
        intake.away(true);
        assertThat(say(0, 0, text("TC 1".getBytes(US_ASCII)))).isEqualTo(SMPPConstant.STAT_ESME_RX_T_APPN);
        assertThat(intake.log()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptAndCanBeReadAgain() throws Exception {
        assertThat(say(0x40, 0, text(new byte[] {9, 'a'}))).isEqualTo(SMPPConstant.STAT_ESME_RINVMSGLEN);
        assertThat(line.readAgain(intake.raws().get(0), intake)).isFalse();
        intake.fail(8, new IllegalStateException("a fault that ends"));
        assertThat(Centre.await(() -> kept("TC 2"))).isTrue();
        assertThat(intake.log()).hasSize(2).last().isEqualTo("QUARANTINE cannot be stored");
        assertThat(line.readAgain(intake.raws().get(1), intake)).isTrue();
        assertThat(intake.log()).last().isEqualTo("TEXT +84912345678 TC 2");
    }

    private boolean kept(String words) {
        try {
            return say(0, 0, text(words.getBytes(US_ASCII))) == 0;
        } catch (IOException | PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anUnknownRequestIsRefusedAndTheSessionLives() throws Exception {
        peer.say("00000013 0000000B 00000000 00000063 616100");
        assertThat(peer.next(SMPPConstant.CID_GENERIC_NACK).status()).isEqualTo(SMPPConstant.STAT_ESME_RINVCMDID);
        assertThat(say(0, 0, text("TC 1".getBytes(US_ASCII)))).isZero();
    }
}
