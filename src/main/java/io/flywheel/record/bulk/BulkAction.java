package io.flywheel.record.bulk;

import io.flywheel.record.Batch;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done to each of many records. */
public enum BulkAction {
    CHANGE(Batch.Operation.CHANGE),
    TRANSFER(Batch.Operation.CHANGE),
    DELETE(Batch.Operation.DELETE),
    RESTORE(Batch.Operation.RESTORE);

    private final Batch.Operation operation;

    BulkAction(Batch.Operation operation) {
        this.operation = operation;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BulkAction> of(String word) {
        return Stream.of(values()).filter(action -> action.word().equals(word)).findFirst();
    }

    Batch.Operation operation() {
        return operation;
    }

    boolean gives() {
        return operation == Batch.Operation.CHANGE;
    }
}
