/** Data to try the hotline with: Quảng Trị before and after July 2025, three thousand dossiers, a dozen citizens. */
package vn.mscore.hotline.app.demo;
