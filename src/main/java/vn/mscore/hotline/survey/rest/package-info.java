/** Survey calls for other programs. */
package vn.mscore.hotline.survey.rest;
