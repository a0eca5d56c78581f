/** Letters of the offices to print and sign. */
package vn.mscore.hotline.console.letters;
