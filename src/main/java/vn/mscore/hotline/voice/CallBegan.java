package vn.mscore.hotline.voice;

/** Fact: a call reached us. Told in a transaction of its own. */
public record CallBegan(CallStart start) {}
