/** The desk for text messages: words become an order, the order becomes a call to the room behind. */
package vn.mscore.hotline.desk.text;
