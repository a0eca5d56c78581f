/** Who may do what in the offices, and who did and read what. In: names and codes of people. Out: viewers, the audit trail. */
package vn.mscore.hotline.access;
