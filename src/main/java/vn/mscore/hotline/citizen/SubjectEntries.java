package vn.mscore.hotline.citizen;

import vn.mscore.hotline.shared.PhoneNumber;

/** Requests about one's own data of people who do not text: at the counter, on the telephone, on paper. */
@FunctionalInterface
public interface SubjectEntries {
    /**
     * Opens a request, or adds to the open one of this number, with the clocks of {@link SubjectRequests}; tells
     * {@link SubjectRequestEntered}. Who may: the caller has checked. Needs a transaction.
     */
    SubjectRequests.Opened enter(PhoneNumber phone, Taken taken);

    /**
     * What was wanted, as it was written down and read back. Prints as nothing.
     *
     * @param channel how the person came, a code
     * @param by the account that read it back
     */
    record Taken(SubjectWish wish, String words, String channel, String by) {
        @Override
        public String toString() {
            return "[taken]";
        }
    }
}
