/** The pages of requests about one's own data. */
package vn.mscore.hotline.console.requests;
