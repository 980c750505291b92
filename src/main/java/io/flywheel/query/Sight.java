package io.flywheel.query;

import io.flywheel.access.RowScope;

/** How much of a workspace an expression may reach. What is out of sight does not exist for it. */
public interface Sight {
    boolean sees(String object);

    boolean sees(String object, String field);

    RowScope scope(String object);

    /** Everything: for definitions, which are written by those who may. */
    static Sight everything() {
        return new Sight() {
            @Override
            public boolean sees(String object) {
                return true;
            }

            @Override
            public boolean sees(String object, String field) {
                return true;
            }

            @Override
            public RowScope scope(String object) {
                return new RowScope.All();
            }
        };
    }
}
