/** Spoken Vietnamese: how values become sounds, where the sounds lie, and who speaks what nobody recorded. */
package vn.mscore.hotline.wording.speech;
