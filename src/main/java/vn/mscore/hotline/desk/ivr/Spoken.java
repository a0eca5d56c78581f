package vn.mscore.hotline.desk.ivr;

import vn.mscore.hotline.voice.Recorded;

/** Words on a recording, and what they are for. */
record Spoken(Errand errand, Recorded recorded) {}
