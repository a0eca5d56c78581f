package vn.mscore.hotline.dossier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads dossier codes out of what people type: letter O for zero, I and l for one, any separator or none, full-width
 * digits. Pure; the patterns are data. S for 5, B for 8 and Z for 2 are never repaired, only suggested.
 */
public interface CodeReader {
    /**
     * Reads a code at the beginning of {@code text} (accents stripped, upper case, words separated by one blank, dots,
     * dashes and slashes kept). Empty when the text does not begin with anything of the shape of a code.
     *
     * @param today codes dated later are flawed
     */
    Optional<CodeReading> readPrefix(String text, LocalDate today);
}
