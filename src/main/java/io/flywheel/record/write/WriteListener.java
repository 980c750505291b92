package io.flywheel.record.write;

import io.flywheel.kernel.Workspace;

/** Is told, after the commit, that a workspace's change log has grown on this node. */
@FunctionalInterface
public interface WriteListener {
    void written(Workspace workspace);
}
