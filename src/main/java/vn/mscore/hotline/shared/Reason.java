package vn.mscore.hotline.shared;

/**
 * Why something was refused: a value, never an exception.
 *
 * @param code for machines, stable, dotted lower case such as {@code dossier.unknown-unit}
 * @param sentence for people; holds no number, code or text of a citizen
 */
public record Reason(String code, String sentence) {}
