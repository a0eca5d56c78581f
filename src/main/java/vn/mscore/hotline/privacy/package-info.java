/** Personal data cannot be read where it need not be: sealing, blind index, masking. */
package vn.mscore.hotline.privacy;
