/** What is forgotten when, across the rooms. */
package vn.mscore.hotline.app.retention;
