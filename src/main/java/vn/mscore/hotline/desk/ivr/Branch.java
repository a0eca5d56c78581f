package vn.mscore.hotline.desk.ivr;

import java.util.Map;

/** A branch of the tree, or several that belong together. */
interface Branch {
    /** The first moment of each place it is. */
    Map<Place, Step> begins();
}
