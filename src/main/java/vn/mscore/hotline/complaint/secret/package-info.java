/** The sealed lane inside: cases known by pseudonym, opened by two, handed over redacted by two. */
package vn.mscore.hotline.complaint.secret;
