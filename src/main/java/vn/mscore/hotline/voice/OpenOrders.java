package vn.mscore.hotline.voice;

/** PORT: calls that were ordered and of which nobody knows yet what came. */
@FunctionalInterface
public interface OpenOrders {
    /** How many. Needs a transaction. */
    int count();
}
