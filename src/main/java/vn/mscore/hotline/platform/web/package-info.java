/** What all web resources share: the key, the refusals, the headers, the limits. */
package vn.mscore.hotline.platform.web;
