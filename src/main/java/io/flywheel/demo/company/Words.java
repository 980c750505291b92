package io.flywheel.demo.company;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The words of one language: lists to pick from, and sentences with {@code {holes}}. */
public final class Words {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final JsonNode words;
    private final Map<String, List<String>> lists = new HashMap<>();

    public Words(JsonNode words) {
        this.words = words;
    }

    List<String> list(String name) {
        return lists.computeIfAbsent(name, this::read);
    }

    private List<String> read(String name) {
        List<String> list = new ArrayList<>();
        words.path(name).forEach(word -> list.add(word.asString()));
        if (list.isEmpty()) {
            throw new IllegalArgumentException("The demo has no words for " + name);
        }
        return list;
    }

    JsonNode node(String name) {
        return words.path(name);
    }

    String one(String name, Dice dice) {
        return filled(dice.pick(list(name)), dice, null);
    }

    /** One of the list, its holes filled from the fact (a fact in it by its name) or from the list of the hole's name. */
    String about(String name, Dice dice, Fact fact) {
        return filled(dice.pick(list(name)), dice, fact);
    }

    private String filled(String sentence, Dice dice, @org.jspecify.annotations.Nullable Fact fact) {
        return HOLE.matcher(sentence).replaceAll(hole -> {
            String name = hole.group(1);
            Object known = fact == null ? null : fact.value(name);
            return Matcher.quoteReplacement(
                    switch (known) {
                        case null -> filled(dice.pick(list(name)), dice, fact);
                        case Fact other -> other.text("name");
                        default -> known.toString();
                    });
        });
    }
}
