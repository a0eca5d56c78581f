package vn.mscore.hotline.sms.simulator;

import java.util.Map;
import vn.mscore.hotline.sms.simulator.AtCommand.Kind;

/** The network as a modem tells of it, USSD, and calls (3GPP TS 27.007 6, 7, 8.5). */
final class RadioCommands {
    private final ModemState state;
    private final Switches switches;
    private final Ringing ringing;
    private final java.util.function.Consumer<String> tell;

    RadioCommands(ModemState state, Switches switches, Ringing ringing, java.util.function.Consumer<String> tell) {
        this.state = state;
        this.switches = switches;
        this.ringing = ringing;
        this.tell = tell;
    }

    void addTo(Map<String, AtHandler> table) {
        table.put("+CREG", this::registration);
        table.put("+CGREG", this::registration);
        table.put("+CEREG", this::registration);
        table.put("+COPS", this::operator);
        table.put("+CSQ", this::signal);
        table.put("+CUSD", this::ussd);
        table.put("+CLIP", this::clip);
        table.put("+CHUP", (c, a) -> ringing.hangUp());
        table.put("H", (c, a) -> ringing.hangUp());
        table.put("+CLCC", this::calls);
        table.put("A", (c, a) -> a.cme(3));
        table.put("D", (c, a) -> a.cme(3));
    }

    private boolean registered() {
        return state.lock() == ModemState.Lock.READY && !switches.on(Switch.NO_NETWORK);
    }

    private void registration(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> {
                String mode = state.kept().get(command.name());
                String cell = mode.equals("2") && registered() ? ",\"0A1B\",\"01C2D3E4\",7" : "";
                answer.line(command.name() + ": " + mode + "," + (registered() ? 1 : 2) + cell);
            }
            case TEST -> answer.line(command.name() + ": (0-2)");
            default -> state.kept().put(command.name(), command.text(0, "0"));
        }
    }

    private void operator(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line(registered() ? "+COPS: 0,0,\"Viettel (gia lap)\",2" : "+COPS: 0");
            case TEST -> answer.line("+COPS: (2,\"Viettel (gia lap)\",\"Viettel\",\"45204\"),,(0-4),(0-2)");
            default -> {}
        }
    }

    private void signal(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.TEST) {
            answer.line("+CSQ: (0-31,99),(0-7,99)");
        } else {
            answer.line(registered() ? "+CSQ: 21,0" : "+CSQ: 99,99");
        }
    }

    private void ussd(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CUSD: 0");
            case TEST -> answer.line("+CUSD: (0-2)");
            default -> {
                if (command.arguments().size() > 1) {
                    answer.afterwards(() -> tell.accept("+CUSD: 0,\"TK goc: 52.350d. HSD: 31/12/2026.\",15"));
                }
            }
        }
    }

    private void clip(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CLIP: " + (state.clip() ? 1 : 0) + ",1");
            case TEST -> answer.line("+CLIP: (0,1)");
            default -> state.clip(command.number(0, 0) == 1);
        }
    }

    private void calls(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.EXECUTE) {
            ringing.caller().ifPresent(who -> answer.line("+CLCC: 1,1,4,0,0," + Ringing.quoted(who)));
        }
    }
}
