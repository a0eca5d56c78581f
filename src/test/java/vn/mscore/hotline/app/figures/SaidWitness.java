package vn.mscore.hotline.app.figures;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.HeadWitness;

/** A witness that takes heads, until a test says that it does not. */
final class SaidWitness implements HeadWitness {
    boolean behind;

    @Override
    public boolean isNamed() {
        return true;
    }

    @Override
    public Optional<Instant> taken() {
        return Optional.empty();
    }

    @Override
    public boolean isBehind() {
        return behind;
    }
}
