/** Working time of Vietnamese offices; pure. */
package vn.mscore.hotline.calendar;
