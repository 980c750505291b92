package io.flywheel.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not answered as asked: the reader's to mend, unlike any other exception, which is ours.
 * Each kind is one HTTP status; its words come from {@link Texts} by {@link #code()}.
 */
public abstract sealed class Problem extends RuntimeException {
    private final String code;
    private final transient Map<String, Object> arguments;

    private Problem(String code, Map<String, Object> arguments) {
        super(code + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    public String message(Language language) {
        return Texts.text(language, code, arguments);
    }

    /** 400: it cannot be read at all. */
    public static final class Malformed extends Problem {
        public Malformed(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** 401: nobody is signed in. */
    public static final class Unauthenticated extends Problem {
        public Unauthenticated(String code) {
            super(code, Map.of());
        }
    }

    /** 403: visible, but this action is not allowed. */
    public static final class Forbidden extends Problem {
        public Forbidden(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** 404: it does not exist, or may not be seen, which is the same. */
    public static final class NotFound extends Problem {
        public NotFound(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** 409: somebody else was faster; {@code arguments} tell what changed. */
    public static final class Conflict extends Problem {
        public Conflict(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** 413: more than the limit named in the arguments. */
    public static final class TooLarge extends Problem {
        public TooLarge(String code, Map<String, Object> arguments) {
            super(code, arguments);
        }
    }

    /** 422: readable, but wrong, with every fault found. */
    public static final class Invalid extends Problem {
        private final transient List<Fault> faults;

        public Invalid(List<Fault> faults) {
            super("kernel.invalid", Map.of("count", faults.size()));
            this.faults = List.copyOf(faults);
        }

        public Invalid(Fault fault) {
            this(List.of(fault));
        }

        public List<Fault> faults() {
            return faults;
        }

        @Override
        public String getMessage() {
            return super.getMessage() + " " + faults;
        }
    }

    /** 429 or 503: not now; try again after {@link #retryAfter()}. */
    public static final class Busy extends Problem {
        private final Duration retryAfter;
        private final boolean ours;

        /** @param ours true if the server cannot (503), false if the caller asks too often (429) */
        public Busy(String code, Duration retryAfter, boolean ours) {
            super(code, Map.of("seconds", Math.max(1, retryAfter.toSeconds())));
            this.retryAfter = retryAfter;
            this.ours = ours;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        public boolean ours() {
            return ours;
        }
    }
}
