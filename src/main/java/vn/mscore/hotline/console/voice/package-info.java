/** Voice on the screens: recordings played and typed, who waits, who takes calls. */
package vn.mscore.hotline.console.voice;
