package io.flywheel.exchange.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a workbook once into nothing, counting what really comes out, so that a bomb never reaches the reader. */
final class ZipLimits {
    private static final int ENTRIES = 10_000;
    private static final long ENTRY = 2L << 30;
    private static final long TOTAL = 4L << 30;
    /** Texts that cells share are held while the sheet is read; all else streams. */
    private static final long TEXTS = 64L << 20;
    /** Sheets pack to about a tenth; a very even one to a hundredth. */
    private static final long RATIO = 400;

    private static final long ALWAYS_FINE = 32L << 20;

    private ZipLimits() {}

    /** Checks that it is a workbook, and not one that grows beyond reason. */
    static void check(Path file) throws IOException {
        long packed = Files.size(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw FileFaults.of("exchange.file-binary");
            }
            if (zip.size() > ENTRIES) {
                throw FileFaults.of("exchange.file-bomb");
            }
            long total = 0;
            Set<String> names = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName())) {
                    throw FileFaults.of("exchange.file-damaged", "reason", entry.getName());
                }
                total += unpacked(zip, entry, total, packed);
            }
        } catch (ZipException damaged) {
            throw FileFaults.of("exchange.file-damaged", "reason", String.valueOf(damaged.getMessage()));
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long before, long packed) throws IOException {
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        boolean texts = entry.getName().endsWith("haredStrings.xml");
        PartScan scan = new PartScan();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                size += read;
                long total = before + size;
                if (size > ENTRY || total > TOTAL || (total > ALWAYS_FINE && total / RATIO > packed)) {
                    throw FileFaults.of("exchange.file-bomb");
                }
                if (texts && size > TEXTS) {
                    throw FileFaults.of("exchange.file-texts", "limit", TEXTS >> 20);
                }
                if (xml) {
                    scan.take(buffer, read);
                }
            }
        }
        scan.finish();
        return size;
    }
}
