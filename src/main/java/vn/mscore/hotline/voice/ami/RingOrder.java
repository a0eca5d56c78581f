package vn.mscore.hotline.voice.ami;

import java.time.Duration;

/**
 * A call to be placed. Every part is a {@link AmiWord}; context, extension and priority are ours, an application never.
 *
 * @param channel whom to ring first
 * @param context where the answered call goes in the dialplan
 * @param exten the extension there
 * @param reference also the id of the channel, so that events can be tied to the order
 * @param number the citizen's number as the dialplan needs it
 * @param shown the number the person rung sees
 * @param longest how long it rings
 */
record RingOrder(
        AmiWord channel,
        AmiWord context,
        AmiWord exten,
        AmiWord reference,
        AmiWord number,
        AmiWord shown,
        Duration longest) {}
