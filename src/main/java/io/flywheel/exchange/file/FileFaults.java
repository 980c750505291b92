package io.flywheel.exchange.file;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;

/** What may be wrong with a whole file. */
final class FileFaults {
    private FileFaults() {}

    static Problem.Invalid of(String code) {
        return new Problem.Invalid(Fault.of("file", code));
    }

    static Problem.Invalid of(String code, String name, Object value) {
        return new Problem.Invalid(Fault.of("file", code, name, value));
    }

    static Problem.Invalid of(String code, String name, Object value, String name2, Object value2) {
        return new Problem.Invalid(Fault.of("file", code, name, value, name2, value2));
    }
}
