/** Screens; no rule of business lives here. */
package vn.mscore.hotline.console;
