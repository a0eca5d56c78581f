/** What came in: stored once, joined, handed to the one reader in order. */
package vn.mscore.hotline.sms.inbox;
