package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** MENU_CHINH. */
@Singleton
class MainMenu implements Branch {
    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.MAIN, MainMenu::begin);
    }

    private static Step begin(Dialogue talk) {
        talk.talksAbout(Optional.empty());
        talk.confides(false);
        return Question.of("menu-chinh")
                .on("1", talk.to(Place.DOSSIER))
                .on("2", talk.to(Place.SCORE))
                .on("3", talk.to(Place.COMPLAINT))
                .on("4", talk.to(Place.TICKET))
                .on("5", talk.to(Place.CALLBACK));
    }
}
