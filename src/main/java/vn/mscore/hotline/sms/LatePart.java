package vn.mscore.hotline.sms;

import java.util.List;

/**
 * A part of a long text that came after the text was handed over without it.
 *
 * @param earlier inbox ids of what was handed over of that text before: the text with its gaps, then other late parts
 * @param number its place in the text, from 1
 * @param total how many parts the text has
 * @param words what it says
 * @param before the text as it was known until then, missing parts marked {@code [...]}
 * @param whole the text as it is known with this part
 */
public record LatePart(List<Long> earlier, int number, int total, String words, String before, String whole) {}
