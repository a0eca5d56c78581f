/** The administrator's pages of people and of keys of other programs. */
package vn.mscore.hotline.console.accounts;
