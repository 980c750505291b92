package io.flywheel.http.reader;

import io.flywheel.identity.Caller;
import io.flywheel.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where the doorkeeper leaves the caller of a request, and others find it. */
public final class Callers {
    private static final String ATTRIBUTE = Caller.class.getName();

    private Callers() {}

    public static @Nullable Caller of(HttpServletRequest request) {
        return (Caller) request.getAttribute(ATTRIBUTE);
    }

    /** @throws Problem.Unauthenticated if nobody is signed in */
    public static Caller require(HttpServletRequest request) {
        Caller caller = of(request);
        if (caller == null) {
            throw new Problem.Unauthenticated("http.sign-in-first");
        }
        return caller;
    }

    public static void set(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }
}
