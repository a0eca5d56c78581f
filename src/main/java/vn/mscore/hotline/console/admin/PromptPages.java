package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.wording.PromptDesk;
import vn.mscore.hotline.wording.PromptDesk.Entry;
import vn.mscore.hotline.wording.PromptDesk.Pack;
import vn.mscore.hotline.wording.Sounds;

/**
 * What the telephone says: heard, recorded by a person, and taken back to the sound of the program. A recording comes as
 * the body itself ({@code audio/wav}), so that forms keep their bound.
 */
@Path("admin/prompts")
@For(Role.ADMINISTRATOR)
public class PromptPages {
    private static final int UNPROCESSABLE = 422;
    private static final String WAV = "audio/wav";
    private static final String HOME = "/console/admin/prompts/";

    private final Pages pages;
    private final Asked asked;
    private final PromptDesk desk;
    private final Sounds sounds;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public PromptPages(Pages pages, Asked asked, PromptDesk desk, Sounds sounds, Deeds deeds) {
        this.pages = pages;
        this.asked = asked;
        this.desk = desk;
        this.sounds = sounds;
        this.deeds = deeds;
    }

    /** The sounds of a pack, those with {@code state} only when it names one. */
    @GET
    public Response list(@QueryParam("pack") String pack, @QueryParam("state") String state) {
        List<Pack> packs = desk.packs();
        Pack chosen = packs.stream()
                .filter(one -> one.name().equals(pack))
                .findFirst()
                .or(() -> packs.stream().findFirst())
                .orElseThrow(NotFoundException::new);
        List<PromptRow> all = desk.all(chosen.name()).stream().map(this::row).toList();
        String wanted = state == null ? "" : state;
        return pages.page(
                "admin-prompts",
                Map.of(
                        "packs",
                        packs,
                        "pack",
                        chosen.name(),
                        "state",
                        wanted,
                        "counts",
                        PromptRow.counts(all),
                        "total",
                        all.size(),
                        "rows",
                        all.stream()
                                .filter(row -> wanted.isEmpty() || row.state().equals(wanted))
                                .toList()),
                asked);
    }

    private PromptRow row(Entry entry) {
        return PromptRow.of(entry, asked);
    }

    private Entry entry(String id) {
        return desk.find(id).orElseThrow(NotFoundException::new);
    }

    /** One sound. */
    @GET
    @Path("{id:.+}")
    public Response one(@PathParam("id") String id) {
        return show(entry(id), Optional.empty());
    }

    /** The sound itself, as callers hear it. */
    @GET
    @Path("sound/{id:.+}")
    public Response sound(@PathParam("id") String id) {
        byte[] wav = sounds.wav(entry(id).id()).orElseThrow(NotFoundException::new);
        return Response.ok(wav, WAV).build();
    }

    /** Lays a recording over it; refused with the sentence that says which format is wanted. */
    @POST
    @Path("{id:.+}")
    @Consumes(WAV)
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    public Response lay(@PathParam("id") String id, InputStream body) throws IOException {
        Entry before = entry(id);
        byte[] wav = body.readNBytes(PromptDesk.MOST_BYTES + 1);
        Optional<Reason> refused = deeds.tell(
                asked.viewer(),
                new Deed("prompt.laid", id),
                () -> desk.lay(id, wav, asked.viewer().login()),
                Optional::isEmpty);
        return show(refused.isPresent() ? before : entry(id), refused);
    }

    /** Takes the recording away: the sound below is heard again. */
    @POST
    @Path("{id:.+}/back")
    @For(value = Role.ADMINISTRATOR, stepUp = true, from = ".")
    public Response takeBack(@PathParam("id") String id) {
        entry(id);
        deeds.tell(
                asked.viewer(),
                new Deed("prompt.taken-back", id),
                () -> desk.takeBack(id, asked.viewer().login()),
                done -> done);
        return Response.seeOther(URI.create(HOME + id)).build();
    }

    private Response show(Entry entry, Optional<Reason> refused) {
        return pages.page(
                refused.isPresent() ? UNPROCESSABLE : Response.Status.OK.getStatusCode(),
                "admin-prompt",
                Map.of(
                        "row",
                        row(entry),
                        "refusal",
                        refused.map(asked::sentence).orElse(""),
                        "laid",
                        entry.laid().stream().toList(),
                        "most",
                        PromptDesk.MOST_BYTES,
                        "figures",
                        new Figures(asked.language())),
                asked);
    }
}
