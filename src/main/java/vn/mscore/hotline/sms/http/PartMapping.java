package vn.mscore.hotline.sms.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.pdu.DeliverPdu;
import vn.mscore.hotline.sms.pdu.MessageBody;
import vn.mscore.hotline.sms.pdu.OctetText;
import vn.mscore.hotline.sms.pdu.PduException;
import vn.mscore.hotline.sms.pdu.Udh;

/**
 * Where it stands which part of a longer message a message is, when the aggregator does not join them: three numbers, or
 * the user data header in hexadecimal, its length octet first.
 */
record PartMapping(
        Optional<Source> reference, Optional<Source> total, Optional<Source> number, Optional<Source> header) {
    private static final int WIDE = 16;

    static PartMapping read(MappingFile file) {
        PartMapping parts = new PartMapping(
                Source.optional(file, "in.reference"),
                Source.optional(file, "in.total"),
                Source.optional(file, "in.number"),
                Source.optional(file, "in.udh"));
        boolean some = parts.reference().isPresent()
                || parts.total().isPresent()
                || parts.number().isPresent();
        boolean all = parts.reference().isPresent()
                && parts.total().isPresent()
                && parts.number().isPresent();
        if (some && (!all || parts.header().isPresent())) {
            throw file.wrong("in.reference", "needs in.total and in.number beside it, and no in.udh");
        }
        return parts;
    }

    Stream<Source> sources() {
        return Stream.of(reference, total, number, header).flatMap(Optional::stream);
    }

    /** Which part it is, and whether its header says that it is for a machine. */
    record Place(Optional<Concat> concat, boolean machine) {}

    /**
     * The place of a message; an empty field is no place.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    Place read(Call call) {
        Optional<String> hex = value(header, call);
        if (hex.isPresent()) {
            return header(hex.get());
        }
        Optional<String> of = value(reference, call);
        if (of.isEmpty()) {
            return new Place(Optional.empty(), false);
        }
        Udh.Concat concat =
                new Udh.Concat(figure(of) & 0xFFFF, WIDE, figure(value(total, call)), figure(value(number, call)));
        return new Place(longer(concat), false);
    }

    private static Place header(String hex) {
        Require.that(hex.matches("([0-9A-Fa-f]{2})+"), "the header is not hexadecimal");
        try {
            MessageBody body =
                    OctetText.read(OctetText.Kind.LATIN1, true, HexFormat.of().parseHex(hex));
            return new Place(body.header().concat().flatMap(PartMapping::longer), DeliverPdu.fromMachine(0, body));
        } catch (PduException e) {
            throw new IllegalArgumentException("the header is longer than it says", e);
        }
    }

    /** A set of one, and a set that cannot be, is a message of its own. */
    private static Optional<Concat> longer(Udh.Concat concat) {
        return concat.possible() && concat.total() > 1
                ? Optional.of(new Concat(concat.reference(), concat.bits(), concat.total(), concat.number()))
                : Optional.empty();
    }

    private static Optional<String> value(Optional<Source> source, Call call) {
        return source.flatMap(place -> place.in(call)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static int figure(Optional<String> text) {
        Require.that(text.isPresent() && text.get().matches("[0-9]{1,9}"), "a part without its number");
        return Integer.parseInt(text.get());
    }
}
