/** The delegate's digest and the public figures. */
package vn.mscore.hotline.console.delegate;
