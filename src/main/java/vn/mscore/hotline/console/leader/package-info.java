/** The leader's page: what is late, with whom, why. */
package vn.mscore.hotline.console.leader;
