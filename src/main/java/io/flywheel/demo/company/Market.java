package io.flywheel.demo.company;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is sold and to whom: products with prices, campaigns, customers and the people there. */
final class Market {
    private static final double LARGE = 2.5;

    private final Stage stage;
    private final Dice dice;
    private final Set<String> names = new HashSet<>();

    Market(Stage stage) {
        this.stage = stage;
        this.dice = stage.dice("market");
    }

    void tell() {
        for (JsonNode product : stage.words().node("products")) {
            product(product);
        }
        for (int i = 0; i < stage.settings().size("campaigns"); i++) {
            campaign(i);
        }
        List<Fact> teams = stage.company().all("sellingTeams");
        for (int i = 0; i < stage.settings().size("customers"); i++) {
            customer(teams.get(i % teams.size()));
        }
    }

    private void product(JsonNode words) {
        double price = words.path("price").asDouble();
        Fact product = stage.add("products")
                .with("name", words.path("name").asString())
                .with("series", words.path("series").asString())
                .with("category", words.path("category").asString())
                .with("unit", words.path("unit").asString())
                .with("price", Stage.money(price))
                .with("cost", Stage.money(price * words.path("cost").asDouble()));
        product.with("code", "P%02d".formatted(product.number()));
        price(product, "c", 1);
        price(product, "b", 0.96);
        price(product, "a", 0.9);
    }

    private void price(Fact product, String level, double factor) {
        stage.add("prices")
                .with("product", product)
                .with("book", stage.words().list("priceBook").getFirst())
                .with("level", level)
                .with("price", Stage.money(product.amount("price").doubleValue() * factor))
                .with("from", stage.time().start().withDayOfYear(1));
    }

    private void campaign(int index) {
        List<JsonNode> kinds = stage.words().node("campaigns").valueStream().toList();
        JsonNode words = kinds.get(index % kinds.size());
        int span = stage.time().months() * 30;
        var from = stage.time()
                .start()
                .plusDays((long) span * (index + 1) / (stage.settings().size("campaigns") + 1));
        var to = from.plusDays(dice.between(1, 20));
        BigDecimal budget = dice.whole(3, 30).multiply(BigDecimal.valueOf(10_000));
        Fact campaign = stage.add("campaigns")
                .with("kind", words.path("kind").asString())
                .with("owner", dice.pick(stage.company().all("support")))
                .with("from", from)
                .with("to", to)
                .with("budget", budget)
                .with("cost", Stage.money(budget.doubleValue() * dice.around(0.95, 0.1)))
                .with("invited", dice.whole(120, 800))
                .with("attended", dice.whole(40, 110))
                .with("status", to.isBefore(stage.time().today()) ? "done" : "running");
        String city = stage.words().one("cities", dice);
        campaign.with(
                "name", from.getYear() + " " + city + " " + words.path("name").asString());
    }

    private void customer(Fact selling) {
        List<Fact> keepers = stage.company().all("reps").stream()
                .filter(rep -> rep.fact("team") == selling.fact("team") && !rep.has("left"))
                .toList();
        Fact customer = stage.add("customers");
        JsonNode industry = stage.words()
                .node("industries")
                .path(dice.between(0, stage.words().node("industries").size() - 1));
        String level = dice.weighted(stage.settings().weights("customers.levels"));
        JsonNode city = cityOf(selling.value("words"));
        customer.with("name", name(city.path("name").asString(), industry))
                .with("code", "K%05d".formatted(customer.number()))
                .with("team", selling.fact("team"))
                .with("owner", keepers.isEmpty() ? selling.fact("team").fact("leader") : dice.pick(keepers))
                .with("level", level)
                .with("size", dice.skewed(level.equals("a") ? LARGE : 1, 0.7))
                .with("industry", industry.path("name").asString())
                .with("territory", selling.fact("team").fact("ground"))
                .with("province", city.path("province").asString())
                .with("city", city.path("name").asString())
                .with("phone", Stage.phone(2, customer.number()))
                .with("source", dice.weighted(stage.settings().weights("customers.sources")))
                .with("lifecycle", "potential")
                .with("founded", dice.whole(1992, 2022));
        BigDecimal staff = BigDecimal.valueOf(Math.max(8, Math.round(90 * customer.weight("size"))));
        customer.with("employees", staff)
                .with("turnover", staff.multiply(BigDecimal.valueOf(dice.between(4, 12) * 100_000L)));
        int contacts = 1 + dice.count(stage.settings().number("customers.contacts"));
        for (int i = 0; i < contacts; i++) {
            contact(customer);
        }
    }

    private JsonNode cityOf(@org.jspecify.annotations.Nullable Object words) {
        JsonNode cities = ((JsonNode) java.util.Objects.requireNonNull(words)).path("cities");
        return cities.path(dice.between(0, cities.size() - 1));
    }

    /** Brands are made of syllables; a name twice would be a muddle for readers. */
    private String name(String city, JsonNode industry) {
        String name;
        do {
            name = stage.words()
                    .one("companies", dice)
                    .replace("<city>", city)
                    .replace("<trade>", industry.path("trade").asString());
        } while (!names.add(name));
        return name;
    }

    private void contact(Fact customer) {
        Fact contact = stage.add("contacts");
        contact.with("name", stage.words().one("people", dice))
                .with("code", "L%05d".formatted(contact.number()))
                .with("customer", customer)
                .with("owner", customer.fact("owner"))
                .with("position", stage.words().one("jobs", dice))
                .with("part", dice.weighted(stage.settings().weights("customers.parts")))
                .with("attitude", dice.weighted(stage.settings().weights("customers.attitudes")))
                .with("mobile", Stage.phone(3, contact.number()))
                .with("mail", "c%05d@example.com".formatted(contact.number()));
        if (!customer.has("contact")) {
            customer.with("contact", contact);
        }
    }
}
