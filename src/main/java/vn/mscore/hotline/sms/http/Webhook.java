package vn.mscore.hotline.sms.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.Intake;

/** Where an aggregator calls one line: who may, how much he may say, and that it is committed before he is thanked. */
final class Webhook {
    private static final Logger LOG = Logger.getLogger(Webhook.class.getName());
    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_QUERY = 16_384;
    private static final int POISONED = 5;
    private static final int REMEMBERED = 1000;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD = 405;
    private static final int TOO_LONG = 413;
    private static final int UNAVAILABLE = 503;

    private final HttpSettings line;
    private final Clock clock;
    private final Seldom refusals;
    private final Map<Integer, Integer> failures = new HashMap<>();

    Webhook(HttpSettings line, Clock clock) {
        this.line = line;
        this.clock = clock;
        this.refusals = new Seldom(clock);
    }

    /** Answers a call to {@code /sms/WORD/NAME}, {@code word} being {@code in} or {@code dlr}. */
    Reply answer(String word, WebRequest request, Intake intake) {
        Optional<? extends Hook> hook =
                switch (word) {
                    case "in" -> line.mapping().in();
                    case "dlr" -> line.mapping().dlr();
                    default -> Optional.empty();
                };
        try {
            if (hook.isEmpty()) {
                throw new CallRefused(NOT_FOUND, "path");
            }
            return answer(hook.get(), call(hook.get(), request), intake);
        } catch (CallRefused e) {
            refusals.log(LOG, "line " + line.name() + ": a call to " + word + " was refused, " + e.getMessage());
            return Reply.refusal(e.status(), e.getMessage());
        }
    }

    /** What costs little is looked at first; the body is read last, and only as far as it may go. */
    private Call call(Hook hook, WebRequest request) throws CallRefused {
        CallCheck check = line.mapping().check().orElseThrow();
        String query = request.query() == null ? "" : request.query();
        unless(check.lets(request.peer()), FORBIDDEN, "address");
        unless(hook.method().equals(request.method()), METHOD, "method");
        unless(request.length() <= LONGEST_BODY && query.length() <= LONGEST_QUERY, TOO_LONG, "body");
        Call call = new Call(request.method(), query, request.header(), body(request), StandardCharsets.UTF_8);
        check.verify(call, line.secret(), clock.instant());
        return call;
    }

    private static void unless(boolean good, int status, String why) throws CallRefused {
        if (!good) {
            throw new CallRefused(status, why);
        }
    }

    private static byte[] body(WebRequest request) throws CallRefused {
        try {
            byte[] body = request.body().readNBytes(LONGEST_BODY + 1);
            unless(body.length <= LONGEST_BODY, TOO_LONG, "body");
            return body;
        } catch (IOException e) {
            throw new CallRefused(BAD_REQUEST, "broken off");
        }
    }

    /** Each of several by itself; those that are stored already are known when the call comes again. */
    private Reply answer(Hook hook, Call call, Intake intake) {
        List<Call> calls;
        try {
            calls = hook.several().of(call);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return unreadable(reason(e), kept(call), intake);
        }
        Reply reply = hook.thanks();
        int unreadable = 0;
        for (Call one : calls) {
            reply = answerOne(hook, one, intake);
            if (reply.status() == UNAVAILABLE) {
                return reply;
            }
            unreadable += reply.status() == BAD_REQUEST ? 1 : 0;
        }
        return unreadable < calls.size() ? hook.thanks() : reply;
    }

    private static String reason(Throwable e) {
        return e instanceof StackOverflowError ? "nested too deep" : e.getMessage();
    }

    private byte[] kept(Call call) {
        return call.kept(line.mapping().check().flatMap(CallCheck::token));
    }

    private Reply answerOne(Hook hook, Call call, Intake intake) {
        byte[] kept = kept(call);
        Consumer<Intake> storing;
        try {
            storing = hook.read(call, line.name(), kept);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return unreadable(reason(e), kept, intake);
        }
        try {
            storing.accept(intake);
            return hook.thanks();
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            return failed(e, kept, intake) ? hook.thanks() : away(e);
        }
    }

    /** What no code can read is kept for a person; the aggregator is told, so that somebody there sees it too. */
    private Reply unreadable(String why, byte[] kept, Intake intake) {
        try {
            intake.quarantine(line.name(), why, kept);
            return Reply.refusal(BAD_REQUEST, "unreadable");
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            return away(e);
        }
    }

    /** What the database refuses, though it is there, again and again, is kept for a person; tells whether it is. */
    private boolean failed(Throwable why, byte[] kept, Intake intake) {
        boolean poison = SqlFailure.isRefusal(why) || !SqlFailure.isPassing(why) && times(kept) >= POISONED;
        if (!poison) {
            return false;
        }
        try {
            intake.quarantine(line.name(), "cannot be stored", kept);
            return true;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            return false;
        }
    }

    private synchronized int times(byte[] kept) {
        if (failures.size() > REMEMBERED) {
            failures.clear();
        }
        return failures.merge(java.util.Arrays.hashCode(kept), 1, Integer::sum);
    }

    private Reply away(Throwable why) {
        refusals.log(
                LOG,
                "line " + line.name() + ": cannot store, the aggregator keeps its copy: "
                        + why.getClass().getSimpleName());
        LOG.log(Level.FINE, "line " + line.name(), why);
        return Reply.refusal(UNAVAILABLE, "later");
    }
}
