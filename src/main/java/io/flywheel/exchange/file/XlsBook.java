package io.flywheel.exchange.file;

import io.flywheel.kernel.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.usermodel.HSSFDataFormat;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** What the opening part of an .xls workbook says about all its sheets: their names, shared texts and formats. */
final class XlsBook {
    private final List<String> sheetNames = new ArrayList<>();
    private final List<Integer> styles = new ArrayList<>();
    private final Map<Integer, String> formats = new HashMap<>();
    private @Nullable SSTRecord texts;
    private boolean since1904;

    static POIFSFileSystem container(Path file) throws IOException {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (RuntimeException | IOException damaged) {
            throw FileFaults.of("exchange.file-damaged", "reason", String.valueOf(damaged.getMessage()));
        }
    }

    static InputStream workbook(POIFSFileSystem container) throws IOException {
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw FileFaults.of("exchange.file-protected");
        }
        for (String name : List.of("Workbook", "Book")) {
            if (root.hasEntryCaseInsensitive(name)) {
                return root.createDocumentInputStream(name);
            }
        }
        throw new FileNotFoundException("no workbook inside");
    }

    /** A mistake of the file becomes a problem that the reader can mend. */
    static RuntimeException explained(Exception failed) {
        return switch (failed) {
            case Problem known -> known;
            case EncryptedDocumentException ignored -> FileFaults.of("exchange.file-protected");
            case FileNotFoundException ignored -> FileFaults.of("exchange.file-binary");
            default -> FileFaults.of("exchange.file-damaged", "reason", String.valueOf(failed.getMessage()));
        };
    }

    static XlsBook read(RecordFactoryInputStream records) {
        XlsBook book = new XlsBook();
        Record record;
        while ((record = records.nextRecord()) != null && !(record instanceof EOFRecord)) {
            book.take(record);
        }
        return book;
    }

    private void take(Record record) {
        switch (record) {
            case BoundSheetRecord sheet -> sheetNames.add(sheet.getSheetname());
            case SSTRecord shared -> texts = shared;
            case FormatRecord format -> formats.put(format.getIndexCode(), format.getFormatString());
            case ExtendedFormatRecord style -> styles.add((int) style.getFormatIndex());
            case DateWindow1904Record window -> since1904 = window.getWindowing() == 1;
            case FilePassRecord ignored -> throw FileFaults.of("exchange.file-protected");
            default -> {}
        }
    }

    List<String> sheetNames() {
        return sheetNames;
    }

    String shared(int index) {
        return texts == null ? "" : texts.getString(index).getString();
    }

    int formatId(int style) {
        return style < styles.size() ? styles.get(style) : 0;
    }

    @Nullable
    String formatText(int format) {
        String own = formats.get(format);
        return own != null || format >= HSSFDataFormat.getNumberOfBuiltinBuiltinFormats()
                ? own
                : HSSFDataFormat.getBuiltinFormat((short) format);
    }

    boolean since1904() {
        return since1904;
    }
}
