/** A telephone exchange for the demo: calls from the page, one thread each, through the same flows as real ones. */
package vn.mscore.hotline.voice.simulator;
