package vn.mscore.hotline.console;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.mscore.hotline.access.Role;

/**
 * Who may call a resource or one method of it; the method's own word counts before the class's. Without this or
 * {@link ForEverybody} it is closed to all.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface For {
    /** The roles; none of them and not {@link #everyRole} means nobody. */
    Role[] value() default {};

    /** Whoever is signed in. */
    boolean everyRole() default false;

    /** Whether a code of the second factor must have been given in the last five minutes; the browser is sent to do so. */
    boolean stepUp() default false;

    /**
     * The page that holds the form of a change that asks for a code: where the browser comes back to. An address of ours, or
     * one that is seen from the change's own ({@code "."} is the page above it); nothing when the form is at the same address.
     */
    String from() default "";
}
