/** The pages of a khiếu nại on its way to a signed paper. */
package vn.mscore.hotline.console.petition;
