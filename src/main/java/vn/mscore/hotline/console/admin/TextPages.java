package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.wording.TemplateDesk;
import vn.mscore.hotline.wording.TemplateDesk.Checked;
import vn.mscore.hotline.wording.TemplateDesk.Measure;

/** The texts that citizens get, in three spellings. */
@Path("admin/texts")
@For(Role.ADMINISTRATOR)
public class TextPages {
    private static final int LONGEST = 1000;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Asked asked;
    private final TemplateDesk desk;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public TextPages(Pages pages, Asked asked, TemplateDesk desk, Deeds deeds) {
        this.pages = pages;
        this.asked = asked;
        this.desk = desk;
        this.deeds = deeds;
    }

    /** A text in the list: its spelling without accents, which is what most phones get. */
    public record Row(String name, String plain, boolean rewritten) {}

    /** A spelling in the form; {@code measure} is null when it was refused. */
    public record Spelling(Language language, String text, Measure measure) {}

    /** All texts. */
    @GET
    public Response list() {
        List<Row> rows = desk.all().stream()
                .map(one -> new Row(one.name(), one.texts().get(Language.VI_PLAIN), one.rewritten()))
                .toList();
        return pages.page("admin-texts", Map.of("rows", rows), asked);
    }

    /** One text. */
    @GET
    @Path("{name}")
    public Response one(@PathParam("name") String name) {
        Map<Language, String> texts = entry(name).texts();
        return show(name, texts, desk.check(name, texts));
    }

    private TemplateDesk.Entry entry(String name) {
        return desk.find(name).orElseThrow(NotFoundException::new);
    }

    /** Checks what was typed, and keeps it when the button says so. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    @Path("{name}")
    public Response keep(@PathParam("name") String name) {
        Map<Language, String> texts = new EnumMap<>(entry(name).texts());
        texts.replaceAll(
                (language, old) -> asked.form().text(language.name(), LONGEST).orElse(""));
        if (!asked.form().ticked("keep")) {
            return show(name, texts, desk.check(name, texts));
        }
        Checked checked = deeds.tell(
                asked.viewer(),
                new Deed("text.changed", name),
                () -> desk.save(name, texts, asked.viewer().login()),
                done -> done.faults().isEmpty());
        return checked.faults().isEmpty()
                ? Response.seeOther(URI.create("/console/admin/texts/" + name)).build()
                : show(name, texts, checked);
    }

    private Response show(String name, Map<Language, String> texts, Checked checked) {
        List<Spelling> spellings = texts.entrySet().stream()
                .map(entry -> new Spelling(
                        entry.getKey(), entry.getValue(), checked.measures().get(entry.getKey())))
                .toList();
        return pages.page(
                checked.faults().isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE,
                "admin-text",
                Map.of(
                        "name",
                        name,
                        "spellings",
                        spellings,
                        "faults",
                        checked.faults(),
                        "history",
                        desk.history(name),
                        "figures",
                        new Figures(asked.language())),
                asked);
    }
}
