package io.flywheel.query.plan;

import io.flywheel.query.json.Json;
import java.util.Arrays;

/**
 * One answered value.
 *
 * @param key its name as JSON: quoted, with the colon
 * @param column the first column of the result that holds it, from 1
 */
public record Output(String name, byte[] key, Kind kind, int column) {
    public static Output of(String name, Kind kind, int column) {
        Json json = new Json().text(name).add(':');
        return new Output(name, Arrays.copyOf(json.array(), json.length()), kind, column);
    }
}
