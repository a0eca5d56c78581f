package vn.mscore.hotline.sms.modem;

import vn.mscore.hotline.house.Waits;

/** The contract by the simulator, as the demo has it. */
@Waits
class SimulatorLineContractTest extends ModemContract {
    @Override
    ModemAddress address() {
        return new ModemAddress(modem.address());
    }
}
