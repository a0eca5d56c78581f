package vn.mscore.hotline.wording.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.wording.TemplateDesk;

/** Texts in {@code sms_template}; every node reads them at its start and each minute, as another node may have written. */
@Singleton
public class SqlTemplateDesk implements TemplateDesk, Service, Job {
    private static final int ORDER = 20;
    private static final String NEWEST = "select t.name, t.language, t.text from sms_template t where t.id ="
            + " (select max(n.id) from sms_template n where n.name = t.name and n.language = t.language)";

    private final FileSmsTemplates templates;
    private final Sql sql;
    private final InTransaction transaction;
    private final Ids ids;
    private final Clock clock;

    /** Writes over {@code templates}. */
    @Inject
    public SqlTemplateDesk(FileSmsTemplates templates, Sql sql, InTransaction transaction, Ids ids, Clock clock) {
        this.templates = templates;
        this.sql = sql;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    private record Written(String name, Language language, String text) {
        static Written read(Sql.Row row) throws SQLException {
            return new Written(row.text("name"), Language.valueOf(row.text("language")), row.text("text"));
        }
    }

    @Override
    public List<Entry> all() {
        return templates.names().stream().map(this::entry).toList();
    }

    @Override
    public Optional<Entry> find(String name) {
        return templates.names().contains(name) ? Optional.of(entry(name)) : Optional.empty();
    }

    private Entry entry(String name) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        boolean rewritten = false;
        for (Language language : Language.values()) {
            texts.put(language, templates.text(language, name));
            rewritten |= templates.isRewritten(language, name);
        }
        return new Entry(name, texts, rewritten);
    }

    @Override
    public Checked check(String name, Map<Language, String> texts) {
        List<String> faults = new ArrayList<>(templates.faults(name, texts));
        Map<Language, Measure> measures = new EnumMap<>(Language.class);
        if (faults.isEmpty()) {
            texts.forEach((language, text) -> measures.put(language, Measure.of(templates.widest(language, text))));
        }
        return new Checked(faults, measures);
    }

    @Override
    public Checked save(String name, Map<Language, String> texts, String who) {
        Checked checked = check(name, texts);
        if (checked.faults().isEmpty()) {
            transaction.run(() -> texts.forEach((language, text) -> keep(new Written(name, language, text), who)));
            run();
        }
        return checked;
    }

    private void keep(Written written, String who) {
        if (!templates.text(written.language(), written.name()).equals(written.text())) {
            sql.update(
                    "insert into sms_template (id, name, language, text, written_by, written_at)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    ids.next(),
                    written.name(),
                    written.language(),
                    written.text(),
                    who,
                    clock.instant());
        }
    }

    @Override
    public List<Past> history(String name) {
        List<Past> all = new ArrayList<>(written(name));
        for (Language language : Language.values()) {
            if (all.stream().anyMatch(past -> past.language() == language)) {
                all.add(new Past(language, templates.packed(language, name), "", Optional.empty()));
            }
        }
        return all;
    }

    private List<Past> written(String name) {
        return transaction.call(() -> sql.rows(
                "select language, text, written_by, written_at from sms_template where name = ? order by id desc limit 50",
                row -> new Past(
                        Language.valueOf(row.text("language")),
                        row.text("text"),
                        row.text("written_by"),
                        Optional.of(row.instant("written_at"))),
                name));
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void start() {
        Map<Language, Map<String, String>> over = new EnumMap<>(Language.class);
        for (Written written : transaction.call(() -> sql.rows(NEWEST, Written::read))) {
            over.computeIfAbsent(written.language(), language -> new java.util.HashMap<>())
                    .put(written.name(), written.text());
        }
        templates.lay(over);
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    @Override
    public String name() {
        return "wording.texts";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() {
        start();
        return 0;
    }
}
