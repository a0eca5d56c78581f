/** What we tell people unasked: facts become messages. */
package vn.mscore.hotline.notice;
