/** What a clerk writes down: the words of somebody at the counter, and offices one is related to. */
package vn.mscore.hotline.console.desk;
