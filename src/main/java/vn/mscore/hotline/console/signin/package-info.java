/** Pages of signing in and of the own account. */
package vn.mscore.hotline.console.signin;
