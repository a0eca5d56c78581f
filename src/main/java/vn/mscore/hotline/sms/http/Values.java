package vn.mscore.hotline.sms.http;

import java.util.EnumMap;
import java.util.Map;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.pdu.OctetText;

/** What stands in the placeholders of one request. */
final class Values {
    private Values() {}

    static Map<Placeholder, String> of(HttpSettings line, Submission sms, TextForm.Shaped shaped) {
        String number = sms.to().e164();
        Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
        values.put(Placeholder.TO, number.substring(1));
        values.put(Placeholder.TO_PLUS, number);
        values.put(Placeholder.TO_LOCAL, sms.to().local());
        values.put(Placeholder.TEXT, shaped.text());
        values.put(Placeholder.TEXT_HEX, OctetText.hex(shaped.text(), shaped.unicode()));
        values.put(Placeholder.FROM, line.sender());
        values.put(Placeholder.ID, Long.toString(sms.outboxId()));
        values.put(Placeholder.CLIENT_ID, line.name() + "-" + sms.outboxId());
        values.put(Placeholder.PARTS, Integer.toString(shaped.parts()));
        values.put(
                Placeholder.VALIDITY, Long.toString(Math.max(1, sms.validity().toMinutes())));
        values.put(Placeholder.UNICODE, line.mapping().text().word(shaped.unicode()));
        values.put(Placeholder.LINE, line.name());
        values.put(Placeholder.PASSWORD, line.password());
        values.put(Placeholder.SECRET, line.secret());
        return values;
    }
}
