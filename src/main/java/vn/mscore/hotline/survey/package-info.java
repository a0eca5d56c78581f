/** Asks citizens by telephone about a service they received. */
package vn.mscore.hotline.survey;
