package vn.mscore.hotline.switchboard;

/** Fact: a number asked to be called back, for the first time or again. Tells nothing of it. */
public record CallbackBooked(String channel) {}
