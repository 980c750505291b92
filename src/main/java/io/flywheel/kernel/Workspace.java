package io.flywheel.kernel;

import java.time.ZoneId;
import java.util.UUID;

/**
 * One company's own space.
 *
 * @param schema the database schema that holds all of it, such as {@code ws_3f2a…}; safe to quote
 * @param zone decides which day "today" is
 * @param fiscalYearStart month, 1 to 12, in which its fiscal year begins
 */
public record Workspace(UUID id, String schema, String name, ZoneId zone, int fiscalYearStart) {}
