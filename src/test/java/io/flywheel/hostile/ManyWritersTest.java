package io.flywheel.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.flywheel.http.Visitor;
import io.flywheel.http.Visitor.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Eight writers create, change, move, delete and restore the lines of two records over HTTP: afterwards the roll-ups
 * equal the recount. For {@code -Dflywheel.endurance} seconds, three in the build.
 */
class ManyWritersTest extends HostileTest {
    private static final int WRITERS = 8;
    private static final long SECONDS = Long.getLong("flywheel.endurance", 3);
    private static final String LINES = "/api/objects/thing_line/records";

    private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();

    @Test
    void countEveryLineOnce() throws Exception {
        Visitor visitor = owner();
        List<String> parents = List.of(create(visitor, "{\"name\":\"left\"}"), create(visitor, "{\"name\":\"right\"}"));
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            writers.add(() -> write(visitor, parents, random));
        }
        int writes = 0;
        try (var executor = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> writer : executor.invokeAll(writers)) {
                writes += writer.get();
            }
        }
        assertThat(writes).isGreaterThan(WRITERS * 5);
        assertThat(new TreeMap<>(answers)).containsOnlyKeys(200, 201, 204);
        for (String parent : parents) {
            assertThat(rolledUp(visitor, parent)).isEqualTo(recounted(visitor, parent));
        }
    }

    private int write(Visitor visitor, List<String> parents, Random random) {
        List<String> mine = new ArrayList<>();
        int writes = 0;
        for (long end = System.nanoTime() + SECONDS * 1_000_000_000; System.nanoTime() < end; writes++) {
            String parent = parents.get(random.nextInt(2));
            if (mine.size() < 3 || random.nextInt(4) == 0) {
                String json = "{\"thing\":\"%s\",\"price\":%d.%02d}"
                        .formatted(parent, random.nextInt(100), random.nextInt(100));
                mine.add(noted(visitor.post(LINES, json)).body().path("id").asString());
                continue;
            }
            String one = LINES + "/" + mine.get(random.nextInt(mine.size()));
            switch (random.nextInt(4)) {
                case 0 -> noted(visitor.patch(one, "{\"thing\":\"" + parent + "\"}"));
                case 1 -> {
                    noted(visitor.delete(one));
                    noted(visitor.post(one + "/restoration", "{}"));
                }
                case 2 -> {
                    noted(visitor.delete(one));
                    mine.remove(one.substring(LINES.length() + 1));
                }
                default -> noted(visitor.patch(one, "{\"price\":" + random.nextInt(1_000) + "}"));
            }
        }
        return writes;
    }

    private Answer noted(Answer answer) {
        answers.merge(answer.status(), 1, Integer::sum);
        return answer;
    }

    private static String rolledUp(Visitor visitor, String parent) {
        return visitor.get(RECORDS + "/" + parent)
                .body()
                .path("total")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String recounted(Visitor visitor, String parent) {
        Answer answer = visitor.post(
                "/api/query",
                "{\"object\":\"thing_line\",\"where\":\"thing = \\\"%s\\\"\",\"measures\":{\"v\":\"sum(price)\"}}"
                        .formatted(parent));
        var row = answer.body().path("rows").get(0);
        return (row.isArray() ? row.get(0) : row.path("v"))
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }
}
