/** The desk of the operators and the same pages for offices: queue, case, search, live stream. No rule of business here. */
package vn.mscore.hotline.console.workbench;
