package vn.mscore.hotline.watch;

import java.time.Instant;
import java.util.Optional;

/**
 * A trouble with its beginning and, when it is over, its end.
 *
 * @param id of the row, also what a webhook tells beginnings and ends apart by
 * @param trouble what is or was wrong, at its worst level
 */
public record Alarm(long id, Trouble trouble, Instant began, Optional<Instant> ended) {}
