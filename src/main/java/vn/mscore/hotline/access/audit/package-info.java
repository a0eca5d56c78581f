/** The chain of who did and read what. */
package vn.mscore.hotline.access.audit;
