package io.flywheel.kernel;

import java.util.Locale;

/** The languages the product speaks completely. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    EN(Locale.ENGLISH, "en");

    private final Locale locale;
    private final String tag;

    Language(Locale locale, String tag) {
        this.locale = locale;
        this.tag = tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The tag used in the API and the UI: {@code zh-CN} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** Chinese for any tag that starts with {@code zh}, else English. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
    }
}
