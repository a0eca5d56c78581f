/** Lines under watch: silence, probes through the real network, balances of SIMs. */
package vn.mscore.hotline.watch.line;
