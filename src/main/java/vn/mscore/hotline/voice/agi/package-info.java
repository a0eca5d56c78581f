/** Calls over FastAGI: one connection, one thread, one call. In come the exchange's requests, out go its commands. */
package vn.mscore.hotline.voice.agi;
