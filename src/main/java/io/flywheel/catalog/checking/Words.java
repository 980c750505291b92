package io.flywheel.catalog.checking;

import io.flywheel.catalog.FieldType;
import io.flywheel.formula.Type;
import io.flywheel.kernel.Label;
import java.util.Locale;
import java.util.Map;

/** What types are called when a fault speaks of them. */
public final class Words {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("text", "文本"),
            Map.entry("longText", "长文本"),
            Map.entry("number", "数字"),
            Map.entry("money", "金额"),
            Map.entry("percent", "百分比"),
            Map.entry("date", "日期"),
            Map.entry("dateTime", "日期时间"),
            Map.entry("yesNo", "是否"),
            Map.entry("choice", "单选"),
            Map.entry("choices", "多选"),
            Map.entry("multiChoice", "多选"),
            Map.entry("member", "成员"),
            Map.entry("team", "团队"),
            Map.entry("reference", "引用"),
            Map.entry("lines", "明细"),
            Map.entry("formula", "公式"),
            Map.entry("rollUp", "汇总"),
            Map.entry("autoNumber", "自动编号"),
            Map.entry("phone", "电话"),
            Map.entry("email", "邮箱"),
            Map.entry("link", "链接"),
            Map.entry("nothing", "空值"));

    private Words() {}

    public static Label of(FieldType type) {
        String word = word(type.getClass());
        return type instanceof FieldType.Reference reference
                ? named(word, reference.object())
                : new Label(CHINESE.getOrDefault(word, word), word);
    }

    public static Label of(Type type) {
        String word = word(type.getClass());
        return type instanceof Type.Reference reference
                ? named(word, reference.object())
                : new Label(CHINESE.getOrDefault(word, word), word);
    }

    private static Label named(String word, String object) {
        return new Label(CHINESE.getOrDefault(word, word) + " " + object, word + " " + object);
    }

    private static String word(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
