package io.flywheel.notify.live;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Hears from the container that a reader is gone. */
record Parting(Stream stream) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        stream.gone();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        stream.gone();
    }

    @Override
    public void onError(AsyncEvent event) {
        stream.gone();
        stream.finish(); // or the container would answer with a problem, to nobody
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A stream is started once.
    }
}
