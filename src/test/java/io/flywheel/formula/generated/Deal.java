package io.flywheel.formula.generated;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One generated deal.
 *
 * @param fields its own, by name; null = no value
 * @param lines the fields of its lines
 */
record Deal(Map<String, @Nullable Object> fields, List<Map<String, @Nullable Object>> lines) {
    static final List<String> STAGES = List.of("open", "won", "lost");
    static final List<String> INDUSTRIES = List.of("retail", "software");
    static final List<String> TAGS = List.of("key", "new");
    static final UUID ME = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final List<UUID> MEMBERS = List.of(ME, new UUID(7, 2));
    /** The first two there are, the last has been purged. */
    static final List<UUID> ACCOUNTS = List.of(new UUID(8, 1), new UUID(8, 2), new UUID(8, 3));

    static final List<Map<String, @Nullable Object>> KNOWN_ACCOUNTS = List.of(
            map("id", ACCOUNTS.get(0), "industry", "retail", "city", "上海"), map("id", ACCOUNTS.get(1), "city", "%"));

    static final List<Tree> CHANGING = List.of(
            new Tree.Name(Sort.TEXT, "name"),
            new Tree.Name(Sort.NUMBER, "quantity"),
            new Tree.Name(Sort.DATE, "close_date"),
            new Tree.Name(Sort.MOMENT, "created_at"),
            new Tree.Name(Sort.TAGS, "tags"),
            new Tree.Name(Sort.STAGE, "stage"));

    /** The first without any value. */
    static List<Deal> some(int count, RandomGenerator random) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deals.add(one(i + 1, i == 0 ? 0 : random.nextInt(5, 10), random));
        }
        return deals;
    }

    /** @param known of ten fields, how many have a value */
    private static Deal one(int version, int known, RandomGenerator random) {
        Nasty nasty = new Nasty(random);
        Map<String, @Nullable Object> fields = new HashMap<>();
        UUID id = new UUID(9, version);
        fields.put("name", nasty.text());
        fields.put("note", nasty.text());
        fields.put("客户", nasty.text());
        fields.put("stage", nasty.one(STAGES));
        fields.put("tags", nasty.one(List.of(List.of(), List.of("key"), List.of("new", "key"))));
        Stream.of("amount", "cost", "quantity", "rate").forEach(field -> fields.put(field, nasty.signed()));
        Stream.of("active", "paid").forEach(field -> fields.put(field, random.nextBoolean()));
        Stream.of("start_date", "close_date").forEach(field -> fields.put(field, nasty.day()));
        fields.put("created_at", nasty.moment());
        fields.put("owner", nasty.one(MEMBERS));
        fields.put("account", nasty.one(ACCOUNTS));
        fields.replaceAll((field, value) -> random.nextInt(10) < known ? value : null);
        fields.put("id", id);
        fields.put("version", BigDecimal.valueOf(version));
        List<Map<String, @Nullable Object>> lines = Stream.generate(() -> line(id, random))
                .limit(known == 0 ? 0 : random.nextInt(5))
                .toList();
        return new Deal(fields, lines);
    }

    private static Map<String, @Nullable Object> line(UUID deal, RandomGenerator random) {
        Nasty nasty = new Nasty(random);
        Map<String, @Nullable Object> line =
                map("price", nasty.signed(), "quantity", nasty.signed(), "optional", random.nextBoolean());
        line.put("product", nasty.text());
        line.replaceAll((field, value) -> random.nextInt(8) == 0 ? null : value);
        line.put("deal", deal);
        return line;
    }

    /** @param before the record before the change */
    World world(@Nullable Deal before) {
        Map<String, @Nullable Object> values = new HashMap<>(fields);
        values.put("me", ME);
        if (before != null) {
            before.fields.forEach((field, value) -> values.put("old." + field, value));
        }
        KNOWN_ACCOUNTS.stream()
                .filter(account -> Objects.equals(account.get("id"), fields.get("account")))
                .forEach(account -> account.forEach((field, value) -> values.put("account." + field, value)));
        return new World(values, lines.stream().map(Deal::line).toList(), Instant.EPOCH);
    }

    private static World line(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> values = new HashMap<>();
        line.forEach((field, value) -> values.put("lines." + field, value));
        values.put("me", ME);
        return new World(values, List.of(), Instant.EPOCH);
    }

    private static Map<String, @Nullable Object> map(Object... pairs) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
