package io.flywheel.files.store;

import java.io.IOException;

/** The store did not do what it was asked: it is away, full, or refuses the key. */
public final class StoreAway extends IOException {
    private static final long serialVersionUID = 1;

    StoreAway(Throwable cause) {
        super("the file store: " + cause.getMessage(), cause);
    }
}
