/** The simulated exchange as the handset page sees it. */
package vn.mscore.hotline.voice.simulator.rest;
