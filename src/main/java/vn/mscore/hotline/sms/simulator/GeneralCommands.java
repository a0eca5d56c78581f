package vn.mscore.hotline.sms.simulator;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.sms.simulator.AtCommand.Kind;

/** Identity, registers and the SIM's lock (3GPP TS 27.007 5, 8; ITU-T V.250). */
final class GeneralCommands {
    static final String SERVICE_CENTRE = "+84980200030";
    private static final List<String> CHARACTER_SETS = List.of("GSM", "IRA", "UCS2", "8859-1", "HEX");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss");

    private final ModemState state;
    private final ModemSettings settings;
    private final Clock clock;
    private String serviceCentre = SERVICE_CENTRE;

    GeneralCommands(ModemState state, ModemSettings settings, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    void addTo(Map<String, AtHandler> table) {
        identity(table);
        registers(table);
        table.put("+CPIN", this::pin);
        table.put("+CMEE", this::errors);
        table.put("+CSCS", this::characters);
        table.put("+CSCA", this::serviceCentre);
        table.put("+CCLK", this::time);
        table.put("+CFUN", GeneralCommands::functionality);
        for (String name : state.kept().keySet()) {
            table.putIfAbsent(name, this::kept);
        }
        table.put("+CPBS", GeneralCommands::phonebook);
        table.put("+CPBR", GeneralCommands::phonebookEntries);
        table.put("+CNUM", (c, a) -> a.line("+CNUM: ,\"" + settings.number() + "\",145"));
        table.put("+GCAP", (c, a) -> a.line("+GCAP: +CGSM"));
        table.put("+CPAS", (c, a) -> a.line("+CPAS: 0"));
    }

    private void identity(Map<String, AtHandler> table) {
        AtHandler maker = (c, a) -> say(c, a, "MScore");
        AtHandler model = (c, a) -> say(c, a, "SIM-1");
        AtHandler revision = (c, a) -> say(c, a, "1.0");
        AtHandler serial = (c, a) -> say(c, a, settings.imei());
        table.put("+CGMI", maker);
        table.put("+GMI", maker);
        table.put("+CGMM", model);
        table.put("+GMM", model);
        table.put("+CGMR", revision);
        table.put("+GMR", revision);
        table.put("+CGSN", serial);
        table.put("+GSN", serial);
        table.put("+CIMI", (c, a) -> {
            if (state.lock() == ModemState.Lock.READY) {
                say(c, a, settings.imsi());
            } else {
                a.cme(11);
            }
        });
        table.put("I", (c, a) -> a.line("MScore SIM-1").line("Revision: 1.0"));
    }

    private static void say(AtCommand command, AtAnswer answer, String what) {
        if (command.kind() == Kind.EXECUTE) {
            answer.line(what);
        } else if (command.kind() != Kind.TEST) {
            answer.error();
        }
    }

    private void registers(Map<String, AtHandler> table) {
        AtHandler reset = (c, a) -> state.reset();
        table.put("Z", reset);
        table.put("&F", reset);
        table.put("E", (c, a) -> state.echo(c.number(0, 0) == 1));
        for (String silent : List.of("V", "Q", "S", "X", "M", "L", "&C", "&D", "&W", "&K", "+IPR", "+IFC", "+ICF")) {
            table.put(silent, (c, a) -> {});
        }
        table.put("V", (c, a) -> verbose(c, a, 1));
        table.put("Q", (c, a) -> verbose(c, a, 0));
    }

    private static void verbose(AtCommand command, AtAnswer answer, int only) {
        if (command.number(0, 0) != only) {
            answer.error();
        }
    }

    private void pin(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CPIN: " + state.lock().code());
            case SET -> {
                if (state.lock() == ModemState.Lock.READY) {
                    answer.cme(3);
                } else if (state.lock() == ModemState.Lock.PUK) {
                    answer.cme(12);
                } else if (!state.unlock(command.text(0, "").equals(settings.pin()))) {
                    answer.cme(state.lock() == ModemState.Lock.PUK ? 12 : 16);
                }
            }
            case TEST -> {}
            default -> answer.error();
        }
    }

    private void errors(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CMEE: " + state.errors());
            case TEST -> answer.line("+CMEE: (0-2)");
            default -> errors(command.number(0, 0), answer);
        }
    }

    private void errors(int how, AtAnswer answer) {
        if (how < 0 || how > 2) {
            answer.cme(50);
        } else {
            state.errors(how);
        }
    }

    private void characters(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CSCS: \"" + state.characters() + "\"");
            case TEST -> answer.line("+CSCS: (\"" + String.join("\",\"", CHARACTER_SETS) + "\")");
            default -> characters(command.text(0, ""), answer);
        }
    }

    private void characters(String set, AtAnswer answer) {
        if (CHARACTER_SETS.contains(set)) {
            state.characters(set);
        } else {
            answer.cme(50);
        }
    }

    private void serviceCentre(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line("+CSCA: \"" + serviceCentre + "\"," + (serviceCentre.startsWith("+") ? 145 : 129));
            case SET -> serviceCentre = command.text(0, SERVICE_CENTRE);
            case TEST -> {}
            default -> answer.error();
        }
    }

    private void time(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.READ) {
            answer.line("+CCLK: \"" + CLOCK.format(clock.instant().atOffset(ZoneOffset.ofHours(7))) + "+28\"");
        }
    }

    private static void functionality(AtCommand command, AtAnswer answer) {
        tell(command, answer, "+CFUN: 1", "+CFUN: (0,1,4),(0,1)");
    }

    private static void tell(AtCommand command, AtAnswer answer, String now, String possible) {
        switch (command.kind()) {
            case READ -> answer.line(now);
            case TEST -> answer.line(possible);
            default -> {}
        }
    }

    private void kept(AtCommand command, AtAnswer answer) {
        switch (command.kind()) {
            case READ -> answer.line(command.name() + ": " + state.kept().get(command.name()));
            case TEST -> answer.line(command.name() + ": (0-2)");
            default -> state.kept().put(command.name(), String.join(",", command.arguments()));
        }
    }

    private static void phonebook(AtCommand command, AtAnswer answer) {
        tell(command, answer, "+CPBS: \"SM\",0,50", "+CPBS: (\"SM\",\"ME\",\"DC\",\"LD\",\"MC\",\"RC\",\"ON\")");
    }

    private static void phonebookEntries(AtCommand command, AtAnswer answer) {
        if (command.kind() == Kind.TEST) {
            answer.line("+CPBR: (1-50),20,14");
        } else {
            answer.cme(22);
        }
    }
}
