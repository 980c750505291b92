package io.flywheel.kernel;

/** A text that people read, in both languages; neither is blank. */
public record Label(String zh, String en) {
    public static Label same(String text) {
        return new Label(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
