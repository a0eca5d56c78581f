package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import vn.mscore.hotline.access.Role;

/** A person at a screen: Debian's Chromium without a window. Every wait has a limit; {@link #close} leaves no process. */
public final class Browser implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Browser.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final Duration OFTEN = Duration.ofMillis(50);

    /** On a machine that does many other things. */
    private static final Duration AXE = Duration.ofMinutes(3);

    private static final Duration START = Duration.ofMinutes(2);

    /** Its words for an element of a page that is on its way out. */
    private static final Pattern GIVES_WAY = Pattern.compile("does not belong to the document|[Nn]o node with given id"
            + "|stale|detached|context with specified id|execution context|target frame");

    /** Its words for an element that was replaced, or moved away, between the look for it and the deed, which was not done then. */
    private static final Pattern REPLACED =
            Pattern.compile("does not belong to the document|[Nn]o node with given id|stale|click intercepted");

    private static final int DESK_WIDTH = 1366;
    private static final int DESK_HEIGHT = 768;

    private final Gateway gateway;
    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Gateway gateway, Path profile, String language) {
        this.gateway = gateway;
        this.profile = profile;
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=" + language,
                "--user-data-dir=" + profile,
                "--window-size=" + DESK_WIDTH + "," + DESK_HEIGHT);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .usingPort(Ports.next())
                        .withTimeout(START)
                        .withEnvironment(Map.of("LANGUAGE", language))
                        .build(),
                options);
        driver.manage().timeouts().pageLoadTimeout(LIMIT).scriptTimeout(AXE);
    }

    /** Opens a fresh browser for {@code gateway}; skips the test where there is no Chromium and none can be installed. */
    public static Browser open(Gateway gateway) throws IOException, InterruptedException {
        AptTool.require(List.of("chromium", "chromedriver"), List.of("chromium", "chromium-driver"));
        return new Browser(gateway, profile(), "en-US");
    }

    /** The same browser as people of {@code language} have it: it writes the days of forms their way. */
    public static Browser open(Gateway gateway, String language) throws IOException {
        if (!Files.exists(Path.of("/usr/lib/chromium/locales/" + language + ".pak"))) {
            throw new IllegalStateException("no language " + language + ": apt-get install chromium chromium-l10n");
        }
        return new Browser(gateway, profile(), language);
    }

    private static Path profile() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target/browser")), "profile")
                .toAbsolutePath();
    }

    /** Signs the first person of a role of the demo in. */
    public Browser signIn(Role role) throws IOException, InterruptedException {
        return signIn(People.of(gateway, role));
    }

    /** Signs a person in through the pages. */
    public Browser signIn(People.Person person) throws InterruptedException {
        go("/console/login");
        type("login", person.login());
        type("password", person.password());
        enter();
        waitFor("#code");
        type("code", person.code());
        enter();
        waitFor("a.who");
        return this;
    }

    /** Signs out. */
    public void signOut() {
        follow("form[action='/console/logout'] button");
        waitFor("#login");
    }

    /** Opens a page by its path. */
    public Browser go(String path) {
        driver.get(gateway.request(path).build().uri().toString());
        return this;
    }

    /** The path and query that the browser shows. */
    public String path() {
        String url = driver.getCurrentUrl();
        return url.substring(url.indexOf('/', "http://".length()));
    }

    /** The element that {@code css} selects, waiting for it up to the limit. */
    public WebElement waitFor(String css) {
        return until(css, () -> found(css).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
    }

    /** Waits until the page shows {@code words}. */
    public void waitForText(String words) {
        until(words, () -> shownText().contains(words));
    }

    /** Waits until the element that {@code css} selects shows {@code words}. */
    public void waitForText(String css, String words) {
        until(words + " at " + css, () -> found(css).stream()
                .anyMatch(element -> element.getText().contains(words)));
    }

    // While a page gives way to another, Chromium's driver says so in several ways, not only as a stale element.
    private <T> T until(String what, Supplier<T> condition) {
        return new WebDriverWait(driver, LIMIT, OFTEN)
                .withMessage(() -> what + " did not come; " + shown())
                .until(d -> unlessThePageGivesWay(condition));
    }

    private static <T> T unlessThePageGivesWay(Supplier<T> condition) {
        try {
            return condition.get();
        } catch (WebDriverException e) {
            if (givesWay(e)) {
                return null;
            }
            throw e;
        }
    }

    private static boolean givesWay(WebDriverException failure) {
        return failure instanceof StaleElementReferenceException
                || failure instanceof NoSuchElementException
                || GIVES_WAY.matcher(String.valueOf(failure.getMessage())).find();
    }

    private String shown() {
        try {
            return path() + " shows: " + shownText();
        } catch (WebDriverException e) {
            return "no page, " + e.getRawMessage();
        }
    }

    /** All elements that {@code css} selects now. */
    public List<WebElement> all(String css) {
        return until(css, () -> found(css));
    }

    private List<WebElement> found(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** What {@code question} finds on the page; asked anew when the page or a part of it gives way meanwhile. */
    public <T> T look(Supplier<T> question) {
        return until("a page that stays", question);
    }

    /** Replaces what is in the field with this id or name. */
    public void type(String field, String text) {
        until("a field " + field, () -> {
            WebElement element = waitFor("#" + field + ", [name='" + field + "']");
            element.clear();
            element.sendKeys(text);
            return true;
        });
    }

    /** Presses Enter where the cursor is and waits until another page is there. */
    public void enter() {
        leave(() -> keys(Keys.ENTER));
    }

    /** Clicks something that leads to another page, and waits until it is there. */
    public void follow(String css) {
        leave(() -> press(css));
    }

    private void leave(Runnable deed) {
        WebElement before = until("a page", () -> driver.findElement(By.tagName("html")));
        deed.run();
        until("another page", () -> isGone(before));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException e) {
            if (givesWay(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Does what replaces the part of the page that {@code css} selects, and waits until another is in its place. */
    public void change(String css, Runnable deed) {
        WebElement before = waitFor(css);
        deed.run();
        until("another " + css, () -> isGone(before));
        waitFor(css);
    }

    /** Clicks; what is replaced by the server's news before it is clicked is looked for again. */
    public void press(String css) {
        unlessReplaced("a click at " + css, () -> waitFor(css).click());
    }

    // Any other word of the driver may come after the deed, which must not be done twice.
    private void unlessReplaced(String what, Runnable deed) {
        until(what, () -> {
            try {
                deed.run();
                return true;
            } catch (WebDriverException e) {
                if (e instanceof StaleElementReferenceException
                        || e instanceof NoSuchElementException
                        || REPLACED.matcher(String.valueOf(e.getRawMessage())).find()) {
                    return false;
                }
                throw new IllegalStateException(what + ", " + shown(), e);
            }
        });
    }

    /** Sends keys to where the cursor is. */
    public void keys(CharSequence... keys) {
        unlessReplaced("keys", () -> driver.switchTo().activeElement().sendKeys(keys));
    }

    /** Sends keys to the body of the page, wherever the cursor is. */
    public void shortcut(CharSequence... keys) {
        unlessReplaced(
                "a shortcut", () -> driver.findElement(By.tagName("body")).sendKeys(keys));
    }

    /** The text that the page shows. */
    public String text() {
        return until("a text", this::shownText);
    }

    private String shownText() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** For everything else. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Another size of the window, for instance 390 x 844. */
    public Browser resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** Light or dark, as the machine would prefer it. */
    public Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                java.util.Map.of(
                        "features",
                        List.of(java.util.Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        return this;
    }

    /** As it goes to paper, or back on the screen. */
    public Browser onPaper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", java.util.Map.of("media", paper ? "print" : ""));
        return this;
    }

    /** Takes a picture below {@code target/screenshots}. */
    public Path screenshot(String name) throws IOException {
        Path file = Files.createDirectories(Path.of("target/screenshots")).resolve(name + ".png");
        return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Fails when axe finds something serious or critical, in light or in dark. */
    public void assertNoSeriousFindings() {
        assertThat(findings()).as(path()).isEmpty();
    }

    /** What axe finds serious or critical on the page that is shown, in light and in dark. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            dark(dark);
            // In one go: for frames, which our pages lack, axe would open a second window and wait a second at most.
            Results results =
                    new AxeBuilder().withOptions(violations()).setLegacyMode().analyze(driver);
            results.getViolations().stream()
                    .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                    .map(rule -> (dark ? "dark: " : "light: ") + said(rule))
                    .forEach(findings::add);
        }
        dark(false);
        return findings;
    }

    /** Every rule is asked; what is in order, most of the answer, is not told node by node. */
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }

    /** What the console of the browser complained of since the last call: scripts, policies; not refused requests. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // Its processes write until the last moment.
            LOG.log(Level.WARNING, "a profile is left", e);
        }
    }
}
