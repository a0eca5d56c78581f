package vn.mscore.hotline.house;

/** What a telephone of SIPp offers: G.711 u-law and keys as RFC 4733 events (SDP, RFC 4566). */
public final class OfferedSound {
    private static final String SDP = """
              v=0
              o=caller 1 1 IN IP4 [local_ip]
              s=-
              c=IN IP4 [media_ip]
              t=0 0
              m=audio [media_port] RTP/AVP 0 %EVENTS%
              a=rtpmap:0 PCMU/8000
              a=rtpmap:%EVENTS% telephone-event/8000
              a=fmtp:%EVENTS% 0-15
            """;

    private OfferedSound() {}

    /** The body of a message with keys as payload type {@code events}; SIPp's own are 96. */
    public static String with(int events) {
        return SDP.replace("%EVENTS%", Integer.toString(events));
    }
}
