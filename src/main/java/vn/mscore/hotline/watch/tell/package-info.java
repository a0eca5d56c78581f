/** Alarms on their way: texts to telephones, posts to a webhook. */
package vn.mscore.hotline.watch.tell;
