package vn.mscore.hotline.access.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.login.AccountKeeping;
import vn.mscore.hotline.access.login.AccountKeeping.ReadyMade;
import vn.mscore.hotline.access.login.OneTimeCodes;
import vn.mscore.hotline.access.login.Secrets;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.shared.UnitCode;

/**
 * In the demo: people of every role, ready to sign in. Their random passwords and the secrets of their second factors are
 * in {@code var/secrets/demo-accounts}: name, password, secret, role, unit, separated by tabs. A real installation has
 * none of them.
 */
@Singleton
public class DemoAccounts implements Service {
    private static final Logger LOG = Logger.getLogger(DemoAccounts.class.getName());
    private static final int AFTER_THE_OFFICES = 60;
    private static final String FILE = "demo-accounts";

    private static final List<Person> PEOPLE = List.of(
            new Person("minh", "Trần Minh", Role.OPERATOR, ""),
            new Person("hoa", "Lê Thị Hoa", Role.OPERATOR, ""),
            new Person("binh", "Nguyễn Văn Bình", Role.OFFICER, "KS-KT"),
            new Person("thu", "Hồ Thị Thu", Role.OFFICER, "KS-HCC"),
            new Person("dung", "Phan Quốc Dũng", Role.LEADER, "KS"),
            new Person("lan", "Hoàng Thị Lan", Role.DELEGATE, "KS"),
            new Person("giu1", "Võ Đức Khiêm", Role.CUSTODIAN, ""),
            new Person("giu2", "Đặng Thị Nguyệt", Role.CUSTODIAN, ""),
            new Person("tra", "Bùi Thanh Trà", Role.AUDITOR, ""),
            new Person("kythuat", "Cao Xuân Kỹ", Role.ADMINISTRATOR, ""));

    private final boolean wanted;
    private final SecretFiles secrets;
    private final OneTimeCodes codes;
    private final AccountKeeping keeping;

    /** Joined by CDI. */
    @Inject
    public DemoAccounts(Settings settings, SecretFiles secrets, OneTimeCodes codes, AccountKeeping keeping) {
        this.wanted = settings.flag("hotline.demo", false);
        this.secrets = secrets;
        this.codes = codes;
        this.keeping = keeping;
    }

    @Override
    public int order() {
        return AFTER_THE_OFFICES;
    }

    @Override
    public void start() {
        if (!wanted
                || (secrets.find(FILE, 1).isPresent()
                        && keeping.knows(PEOPLE.get(0).login()))) {
            return;
        }
        StringBuilder file = new StringBuilder();
        for (Person person : PEOPLE) {
            file.append(make(person)).append('\n');
        }
        secrets.keep(FILE, file.toString().strip());
        LOG.info(() -> "made people of the demo; how they sign in is in " + secrets.path(FILE));
    }

    private String make(Person person) {
        String password = Secrets.token().substring(0, 20);
        String secret = codes.newSecret();
        Optional<UnitCode> unit = person.unit().isEmpty() ? Optional.empty() : Optional.of(new UnitCode(person.unit()));
        keeping.make(new ReadyMade(person.login(), person.name(), person.role(), unit, password, secret));
        return String.join("\t", person.login(), password, secret, person.role().name(), person.unit());
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    private record Person(String login, String name, Role role, String unit) {}
}
