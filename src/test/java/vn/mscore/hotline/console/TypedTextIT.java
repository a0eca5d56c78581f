package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.People.Person;

/** Nobody types twice: what was typed is still there after a code was asked for or a form was refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TypedTextIT {
    private static final String PAGE = "/console/admin/texts/T01";
    private static final String TYPED = "[name='EN']";

    private Gateway gateway;
    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        gateway = new Gateway(Gateway.freshFolder("typed")).set("hotline.demo", "true");
        gateway.start();
        browser = Browser.open(gateway);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        gateway.close();
    }

    private String value(String css) {
        return browser.waitFor(css).getAttribute("value");
    }

    @Test
    @Order(1)
    void theCodeIsAskedForBeforeOneTypesAndWhatWasTypedTooLateIsPutBack() throws IOException, InterruptedException {
        Person technician = People.of(gateway, Role.ADMINISTRATOR);
        browser.signIn(technician).go(PAGE);
        assertThat(browser.waitFor("#step-up a").getAttribute("href")).endsWith("/console/step-up?to=" + PAGE);
        assertThat(browser.waitFor(TYPED).isEnabled()).isFalse();
        browser.assertNoSeriousFindings();
        // As when the five minutes of the code end while one types.
        browser.driver().executeScript("document.querySelector('main fieldset').disabled = false");
        browser.type("EN", "What I typed {code}");
        browser.follow("button[name='check']");
        browser.type("code", technician.code());
        browser.follow("main button.main");
        assertThat(browser.path()).isEqualTo(PAGE);
        assertThat(value(TYPED)).isEqualTo("What I typed {code}");
        assertThat(browser.all("#step-up")).isEmpty();
        browser.go(PAGE);
        assertThat(value(TYPED)).as("forgotten once it was put back").isNotEqualTo("What I typed {code}");
        assertThat(browser.complaints()).isEmpty();
    }
}
