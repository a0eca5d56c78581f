package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Every page that the code declares, as the person who is signed in at a browser meets it; new pages come in by themselves.
 * Fragments, downloads and what this person may not see are left out.
 */
public final class Gallery {
    private static final Path FOLDER = Path.of("target/screenshots/gallery");
    private static final int TALLEST = 6000;

    /** Whether it is a whole page, asked from inside the browser so that its session is used. */
    private static final String IS_PAGE =
            "const done = arguments[arguments.length - 1]; const stop = new AbortController();"
                    + "fetch(arguments[0], {signal: stop.signal}).then(async r => { const type = r.headers.get('content-type') || '';"
                    + "if (r.status !== 200 || r.redirected || !type.includes('text/html')) { stop.abort(); done(false); return; }"
                    + "done((await r.text()).trimStart().toLowerCase().startsWith('<!doctype')); }).catch(() => done(false));";

    private static final String SHOWN =
            "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility({visibilityProperty: true,"
                    + " opacityProperty: true}) && e.getBoundingClientRect().width > 0 && e.getBoundingClientRect().height > 0)"
                    + ".map(e => e.tagName.toLowerCase() + ' ' + e.innerText)";

    /** What is pale or stands on dark once the dark theme is chosen; the theme of the page is as before afterwards. */
    private static final String DARK =
            "const root = document.documentElement, theme = root.dataset.theme; root.dataset.theme = 'dark';"
                    + "const light = c => { const [r, g, b, a] = c.match(/[\\d.]+/g).map(Number);"
                    + " return a === 0 ? null : (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; };"
                    + "const found = [root, ...document.querySelectorAll('body, body *')].filter(e => e.checkVisibility() &&"
                    + " !e.closest('svg') && (light(getComputedStyle(e).color) > 0.6 || (light(getComputedStyle(e).backgroundColor) ?? 1) < 0.6))"
                    + ".slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + getComputedStyle(e).color + ' on '"
                    + " + getComputedStyle(e).backgroundColor); root.dataset.theme = theme; return found;";

    private final Browser browser;

    /** Pages of the person who is signed in at {@code browser}. */
    public Gallery(Browser browser) {
        this.browser = browser;
    }

    /** Their addresses, gaps filled; of a case every filling makes a page, of other things the first. */
    public List<String> pages(Map<String, List<String>> fillings) throws IOException {
        List<String> pages = new ArrayList<>();
        for (Screens.Address address : Screens.declared()) {
            if (address.verb().equals("GET")) {
                address.filled(fillings).stream().filter(this::isPage).forEach(pages::add);
            }
        }
        return pages;
    }

    private boolean isPage(String path) {
        return Boolean.TRUE.equals(browser.driver().executeAsyncScript(IS_PAGE, path));
    }

    /** By how many pixels the page that is shown sticks out to the side. */
    public long overflow() {
        return (Long) browser.driver()
                .executeScript("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** What {@code css} selects and somebody can see, each by its name and its words; one question for all of them. */
    @SuppressWarnings("unchecked")
    public List<String> shown(String css) {
        return browser.look(() -> (List<String>) browser.driver().executeScript(SHOWN, css));
    }

    /** The first three things that paper would show as a dark screen does, were the dark theme chosen. */
    @SuppressWarnings("unchecked")
    public List<String> darkOnPaper() {
        return browser.look(() -> (List<String>) browser.driver().executeScript(DARK));
    }

    /** Vietnamese or English from the next page on. */
    public void speak(String language) {
        browser.driver().manage().addCookie(new Cookie("hotline-language", language));
    }

    /** The whole page that is shown, not only what fits the window, as {@code target/screenshots/gallery/NAME.png}. */
    public void hang(String name, int width) throws IOException {
        ChromeDriver driver = browser.driver();
        long height = (Long) driver.executeScript("return document.documentElement.scrollHeight");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", width, "height", Math.min(height, TALLEST), "scale", 1);
        Map<String, Object> taken = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        Path file = Files.createDirectories(FOLDER).resolve(name + ".png");
        Files.write(file, Base64.getDecoder().decode((String) taken.get("data")));
    }
}
