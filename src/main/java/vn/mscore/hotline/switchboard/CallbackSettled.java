package vn.mscore.hotline.switchboard;

/** Fact: somebody who waited to be called back no longer does, for now or for good. Tells nothing of who it is. */
public record CallbackSettled() {}
