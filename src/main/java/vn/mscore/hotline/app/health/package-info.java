/** What {@code /health/live} and {@code /health/ready} say. */
package vn.mscore.hotline.app.health;
