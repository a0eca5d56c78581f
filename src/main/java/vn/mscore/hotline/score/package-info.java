/** A citizen's mark for a service received. */
package vn.mscore.hotline.score;
