/** Offices and who answers for them: dated, with successors. */
package vn.mscore.hotline.unit;
