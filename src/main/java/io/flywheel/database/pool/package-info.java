/** Connections: small pools, transactions, migrations and notifications. */
@NullMarked
package io.flywheel.database.pool;

import org.jspecify.annotations.NullMarked;
