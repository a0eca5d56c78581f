/** The auditor's pages. */
package vn.mscore.hotline.console.audit;
