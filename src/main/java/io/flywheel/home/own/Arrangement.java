package io.flywheel.home.own;

import java.util.List;

/** How one reader put the tiles of a home: the named in this order, the others after them as defined. */
public record Arrangement(List<String> tiles, List<String> hidden) {
    static final Arrangement NONE = new Arrangement(List.of(), List.of());
}
