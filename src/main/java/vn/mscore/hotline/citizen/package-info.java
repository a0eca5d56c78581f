/** The person behind a number: language, open question, consent, limits, and when we may write. */
package vn.mscore.hotline.citizen;
