package vn.mscore.hotline.platform;

/**
 * Why a field of something fed to us was refused. Never repeats the value, which may be personal.
 *
 * @param line line of the file, 0 when it was no file
 * @param field column or JSON field, empty when it concerns the whole
 * @param sentence for people, Vietnamese / English
 */
public record RowFault(long line, String field, String sentence) {}
