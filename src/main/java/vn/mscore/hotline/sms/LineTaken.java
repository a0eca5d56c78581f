package vn.mscore.hotline.sms;

/** Fact: this node works {@code line} from now on; whatever worked it before does not any more. */
public record LineTaken(String line) {}
