package vn.mscore.hotline.access;

import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Who is looking or acting: what every read filters its rows by and every deed is written down with.
 *
 * @param account row id
 * @param login the name to sign in with
 * @param name the name people know
 * @param unit the own unit of an officer or leader, the area of a delegate (a commune, or the province for all)
 * @param stepUpFresh whether a code of the second factor was given in the last five minutes
 */
public record Viewer(long account, String login, String name, Role role, Optional<UnitCode> unit, boolean stepUpFresh) {
    /** What the gateway does by itself. */
    public static final Viewer GATEWAY =
            new Viewer(0, "gateway", "gateway", Role.ADMINISTRATOR, Optional.empty(), false);

    /** Whether the role is one of {@code roles}. */
    public boolean is(Role... roles) {
        for (Role one : roles) {
            if (role == one) {
                return true;
            }
        }
        return false;
    }
}
