package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openqa.selenium.Keys;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.WorkedDay;

/**
 * Makes the pictures of the handbooks from the demo after a day of work: {@code src/docs/pictures/NAME.png}. One command, needs the packaged
 * program and Chromium with Vietnamese (chromium-l10n): {@code mvn -q -Dfast -Pbench -DskipTests -DskipITs=true verify -Dbench=HandbookPictures}.
 */
public final class HandbookPictures {
    private static final Path PICTURES = Path.of("src/docs/pictures");
    private static final int WIDTH = 1024;
    private static final int HEIGHT = 700;

    private final Browser browser;

    private HandbookPictures(Browser browser) {
        this.browser = browser;
    }

    /** Makes them all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        try (Gateway gateway = new Gateway(Gateway.freshFolder("handbook"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")
                .set("hotline.voice.asterisk", "off")) {
            gateway.start();
            WorkedDay.at(gateway);
            try (Browser browser = Browser.open(gateway, "vi")) {
                HandbookPictures pictures = new HandbookPictures(browser);
                pictures.of(Role.LEADER, Map.of("lanh-dao", "/console/leader", "so-lieu", "/console/figures"));
                pictures.small("lanh-dao-dien-thoai", "/console/leader", Role.LEADER);
                pictures.of(Role.DELEGATE, Map.of("dai-bieu", "/console/delegate"));
                pictures.of(Role.ADMINISTRATOR, settings());
                pictures.telephone();
            }
        }
        System.exit(0);
    }

    private static Map<String, String> settings() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("don-vi", "/console/admin/units");
        pages.put("lich", "/console/admin/calendar");
        pages.put("tuyen", "/console/admin/routes");
        pages.put("mau-tin", "/console/admin/texts/T01");
        pages.put("luu-giu", "/console/admin/retention");
        pages.put("duong-day", "/console/lines");
        return pages;
    }

    private void of(Role role, Map<String, String> pages) throws IOException, InterruptedException {
        browser.signIn(role).resize(WIDTH, HEIGHT);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            take(page.getKey(), page.getValue());
        }
        browser.signOut();
    }

    private void small(String name, String path, Role role) throws IOException, InterruptedException {
        browser.signIn(role).resize(390, 844);
        take(name, path);
        browser.signOut();
    }

    /** A complaint is spoken at the handset page and heard at the desk. */
    private void telephone() throws IOException, InterruptedException {
        browser.resize(WIDTH, HEIGHT).go("/handset/?theme=light&lang=vi&phone=0599000103");
        browser.press(".phone .dial");
        browser.waitForText("Xin chào");
        press("31");
        browser.waitForText("0:06 / ");
        keep("may-thu-goi");
        press("#");
        browser.waitForText("Gửi, bấm phím hai");
        press("2");
        browser.waitForText("Mã phiếu");
        browser.press(".call-foot .hang-up");
        browser.signIn(Role.OPERATOR).go("/console/queue?channel=CALL");
        browser.follow("#list tr[data-case] a.title");
        browser.waitFor(".player .play");
        heard();
        browser.signOut();
    }

    /** With a note at a place of the recording and the words as they were typed. */
    private void heard() throws IOException {
        browser.shortcut(Keys.ARROW_RIGHT);
        browser.shortcut("t");
        browser.waitFor("#note").sendKeys("nói về sổ đỏ");
        browser.follow("section form[action$='/note'] button");
        browser.waitFor("[data-at]");
        browser.type("text", "Sổ đỏ nộp ba tháng, đi lại bốn lần chưa có.");
        browser.follow("form[action$='/transcribe'] button");
        browser.waitFor(".said .words");
        browser.resize(WIDTH, 1000);
        keep("nghe-ghi-am");
    }

    private void press(String keys) {
        for (char key : keys.toCharArray()) {
            browser.press(".keypad [data-digit='" + key + "']");
        }
    }

    private void take(String name, String path) throws IOException {
        browser.go(path).waitFor("main h1");
        keep(name);
    }

    private void keep(String name) throws IOException {
        Files.copy(
                browser.screenshot(name),
                PICTURES.resolve(name + ".png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
