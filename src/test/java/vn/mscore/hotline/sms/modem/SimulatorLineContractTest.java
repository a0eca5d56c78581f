package vn.mscore.hotline.sms.modem;

/** The contract by the simulator, as the demo has it. */
class SimulatorLineContractTest extends ModemContract {
    @Override
    ModemAddress address() {
        return new ModemAddress(modem.address());
    }
}
