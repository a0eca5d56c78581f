/** The exchange's manager interface: facts out of its events, seats of operators, calls ordered. */
package vn.mscore.hotline.voice.ami;
