package io.flywheel.files;

/**
 * What an object says of the files of its records.
 *
 * @param maxMegabytes the largest file, in millions of bytes
 */
public record FileRules(int maxMegabytes) {
    private static final long MEGABYTE = 1_000_000;

    public long maxBytes() {
        return maxMegabytes * MEGABYTE;
    }
}
