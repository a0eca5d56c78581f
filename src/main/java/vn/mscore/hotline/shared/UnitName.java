package vn.mscore.hotline.shared;

/**
 * How an office is called in messages.
 *
 * @param full Vietnamese with diacritics, for screens and accented messages
 * @param ascii short name, at most 22 printable ASCII characters, for plain messages
 */
public record UnitName(String full, String ascii) {}
