package vn.mscore.hotline.desk.text;

/**
 * A message that was understood.
 *
 * @param order what is wanted
 * @param caller by whom
 */
public record Asked(Order order, Caller caller) {}
