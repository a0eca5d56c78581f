/** The pages of the custodians of the sealed lane. */
package vn.mscore.hotline.console.custody;
