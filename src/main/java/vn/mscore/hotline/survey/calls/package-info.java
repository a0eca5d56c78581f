/** When survey calls are made, what is answered, and what comes of them. */
package vn.mscore.hotline.survey.calls;
