/** The frame of all pages: who asks, forged requests, roles, failures. */
package vn.mscore.hotline.console.frame;
