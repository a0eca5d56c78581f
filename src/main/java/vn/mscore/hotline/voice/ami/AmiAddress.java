package vn.mscore.hotline.voice.ami;

/** Where the exchange's manager is and as whom we come. The secret is never printed. */
record AmiAddress(String host, int port, String user, String secret) {
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
