package io.flywheel.files.keeping;

import io.flywheel.kernel.Workspace;

/** Where content lies in the store: a folder per workspace, so that no two share anything, spread by the first bytes. */
public final class Keys {
    private Keys() {}

    public static String content(Workspace workspace, String sha256) {
        return workspace.id() + "/" + sha256.substring(0, 2) + "/" + sha256;
    }

    /** A small picture, beside the content that it shows. */
    public static String picture(Workspace workspace, String sha256, int width) {
        return content(workspace, sha256) + "." + width;
    }
}
