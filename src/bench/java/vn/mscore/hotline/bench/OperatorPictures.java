package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openqa.selenium.Keys;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.WorkedDay;

/**
 * Makes the pictures of the operator's handbook from a demo after a day of work: {@code src/docs/pictures/truc-*.png}. One
 * command, like {@link HandbookPictures}: {@code -Dbench=OperatorPictures}.
 */
public final class OperatorPictures {
    private static final Path PICTURES = Path.of("src/docs/pictures");
    private static final int WIDTH = 1366;

    private final Browser browser;

    private OperatorPictures(Browser browser) {
        this.browser = browser;
    }

    /** Makes them all. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (Gateway gateway = new Gateway(Gateway.freshFolder("handbook"))
                .set("hotline.demo", "true")
                .set("hotline.case.undo", "0")) {
            gateway.start();
            WorkedDay day = WorkedDay.at(gateway);
            try (Browser browser = Browser.open(gateway, "vi")) {
                browser.signIn(Role.OPERATOR);
                new OperatorPictures(browser).all(day);
            }
        }
        System.exit(0);
    }

    private void all(WorkedDay day) throws IOException {
        String sent = day.fillings().get("ticket").get(0);
        String petition = day.fillings().get("ticket").get(1);
        String fresh = day.fillings().get("ticket").get(2);
        take("truc-hang-doi", "/console/queue", 620);
        browser.resize(WIDTH, 768).keys("?");
        keep("truc-phim-tat");
        take("truc-vu-viec", "/console/cases/" + fresh, 768);
        take("truc-dang-xu-ly", "/console/cases/" + sent, 1000);
        take("truc-ghi-ho", "/console/enter", 620);
        take("truc-khieu-nai", "/console/cases/" + petition + "/petition", 900);
        take("truc-tim-kiem", "/console/search", 400);
        browser.type("q", "duong vao ban");
        browser.keys(Keys.ENTER);
        browser.waitForText("Đường vào bản");
        keep("truc-tim-kiem");
        take("truc-du-lieu", "/console/requests/" + day.fillings().get("number").get(0), 620);
    }

    private void take(String name, String path, int height) throws IOException {
        browser.resize(WIDTH, height).go(path).waitFor("main h1");
        keep(name);
    }

    private void keep(String name) throws IOException {
        Files.copy(browser.screenshot(name), PICTURES.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }
}
