package vn.mscore.hotline.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Waits at real sockets and clocks: runs after the unit tests, which take a minute together. */
@Tag("waits")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Waits {}
