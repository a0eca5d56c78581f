package vn.mscore.hotline.shared;

/** The language and spelling of a text message; each has a folder of templates with the same names. */
public enum Language {
    /** Vietnamese with diacritics: UCS-2, 70 characters a part. */
    VI("vi"),
    /** Vietnamese without diacritics: fits GSM 7-bit, 160 characters a part. */
    VI_PLAIN("vi-plain"),
    /** English. */
    EN("en");

    private final String folder;

    Language(String folder) {
        this.folder = folder;
    }

    /** The name of its template folder. */
    public String folder() {
        return folder;
    }
}
