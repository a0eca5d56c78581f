/** From a name and a password to an open session. */
package vn.mscore.hotline.access.login;
