/** What is wrong now, who is told of it, and whether lines prove alive. Comes in: troubles. Goes out: texts and posts to technicians. */
package vn.mscore.hotline.watch;
