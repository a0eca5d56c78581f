/** The way of a khiếu nại from a text to a signed paper and its clocks. */
package vn.mscore.hotline.complaint.petition;
