package io.flywheel.identity;

import io.flywheel.kernel.Actor;

/** Who sent a request and by what right; a controller may take it, or only its {@link Actor}, as a parameter. */
public record Caller(Actor actor, Identity identity) {}
