package io.flywheel.files.picture;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Problem;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.springframework.stereotype.Component;

/**
 * Small pictures of large ones. How large one is is asked before a pixel is read, and only every so manieth pixel is
 * read, so that a picture takes some 40 MB at most, and two are made at a time.
 */
@Component
public final class Pictures {
    /** The widths that are made and kept, in pixels. */
    public static final List<Integer> WIDTHS = List.of(96, 320, 800, 1600);

    private static final List<String> TYPES =
            List.of("image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp");
    private static final String WEBP = "image/webp";
    private static final int FIRST_OF_PNG = 0x89;
    private static final long MILLION = 1_000_000;
    private static final long MOST_PIXELS = 64 * MILLION;

    /** Its decoder holds the whole picture. */
    private static final long MOST_WEBP_PIXELS = 16 * MILLION;

    private final Semaphore turns = new Semaphore(2);

    Pictures() {
        ImageIO.scanForPlugins();
    }

    /** @param type {@code image/jpeg}, or {@code image/png} where something shines through */
    public record Picture(String type, byte[] bytes) {}

    public static boolean takes(String type) {
        return TYPES.contains(type);
    }

    /** The least width kept that is not smaller than what was asked. */
    public static int width(int asked) {
        return WIDTHS.stream().filter(width -> width >= asked).findFirst().orElse(WIDTHS.getLast());
    }

    /**
     * A picture that fits into a square of that width, the right way up.
     *
     * @throws Problem.Invalid if the image is damaged, or too large to be made smaller here
     */
    public Picture smaller(InputStream content, String type, int width) throws IOException {
        turns.acquireUninterruptibly();
        try (ImageInputStream in = new FileCacheImageInputStream(content, null)) {
            return encoded(fitting(in, type, width));
        } catch (IOException | RuntimeException damaged) {
            throw damaged instanceof Problem problem ? problem : refused("files.image-damaged");
        } finally {
            turns.release();
        }
    }

    private static BufferedImage fitting(ImageInputStream in, String type, int width) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            throw refused("files.image-damaged");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, !type.equals("image/jpeg"));
            return scaled(upright(reader, decoded(reader, type, width)), width);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader, String type, int width) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        long most = type.equals(WEBP) ? MOST_WEBP_PIXELS : MOST_PIXELS;
        if (pixels > most) {
            throw new Problem.Invalid(
                    Fault.of("file", "files.image-too-large", "given", pixels / MILLION, "most", most / MILLION));
        }
        int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / width);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    /** Phones write the pixels as the sensor has them, and beside them how the phone was held. */
    private static BufferedImage upright(ImageReader reader, BufferedImage image) {
        try {
            Orientation held = ExifUtils.getExifOrientation(reader, 0);
            return held == null
                    ? image
                    : ExifFilterUtils.getFilterForOrientation(held).apply(image);
        } catch (IOException | RuntimeException untold) {
            return image;
        }
    }

    private static BufferedImage scaled(BufferedImage image, int width) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= width
                ? image
                : Thumbnails.of(image).size(width, width).asBufferedImage();
    }

    private static Picture encoded(BufferedImage image) throws IOException {
        boolean shines = image.getColorModel().hasAlpha();
        BufferedImage plain = new BufferedImage(
                image.getWidth(), image.getHeight(), shines ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, shines ? "png" : "jpeg", out);
        return new Picture(shines ? "image/png" : "image/jpeg", out.toByteArray());
    }

    /** The type of a picture that was made here. */
    public static String typeOf(byte[] picture) {
        return (picture[0] & 0xff) == FIRST_OF_PNG ? "image/png" : "image/jpeg";
    }

    private static Problem.Invalid refused(String code) {
        return new Problem.Invalid(Fault.of("file", code));
    }
}
