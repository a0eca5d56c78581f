/** What happens on the telephone becomes rows and call-backs. */
package vn.mscore.hotline.switchboard.live;
