package io.flywheel.kernel;

import java.util.UUID;

/** On whose behalf something is read or written: always a parameter, never ambient. */
public record Actor(Workspace workspace, UUID member, Language language) {}
