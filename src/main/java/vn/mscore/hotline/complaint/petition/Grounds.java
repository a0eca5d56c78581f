package vn.mscore.hotline.complaint.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Petitions.Ground;
import vn.mscore.hotline.complaint.life.Table;
import vn.mscore.hotline.platform.Settings;

/** The grounds of art. 11 of the Law on complaints: {@code complaint/petition-grounds.tsv}, or the deployer's own. */
@Singleton
class Grounds {
    private final List<Ground> all;

    @Inject
    Grounds(Settings settings) {
        all = Table.read(settings, "petition-grounds.tsv", 4).rows().stream()
                .map(row -> new Ground(row[0], row[1], row[2], row[3]))
                .toList();
    }

    List<Ground> all() {
        return all;
    }

    Optional<Ground> find(String code) {
        return all.stream().filter(ground -> ground.code().equals(code)).findFirst();
    }
}
