/** Settings from the container. */
package vn.mscore.hotline.platform.config;
