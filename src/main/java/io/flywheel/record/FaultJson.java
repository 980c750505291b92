package io.flywheel.record;

import io.flywheel.kernel.Fault;
import io.flywheel.kernel.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Faults kept in the database, so that each reader later gets them in a language of their own. */
public final class FaultJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private FaultJson() {}

    public static String write(List<Fault> faults) {
        return node(faults).toString();
    }

    public static ArrayNode node(List<Fault> faults) {
        ArrayNode all = JSON.createArrayNode();
        for (Fault fault : faults) {
            ObjectNode one = all.addObject().put("path", fault.path()).put("code", fault.code());
            ObjectNode arguments = one.putObject("arguments");
            fault.arguments().forEach((name, value) -> put(arguments, name, value));
        }
        return all;
    }

    private static void put(ObjectNode arguments, String name, Object value) {
        if (value instanceof Label label) {
            arguments.putObject(name).put("zh", label.zh()).put("en", label.en());
        } else {
            arguments.put(name, value.toString());
        }
    }

    public static List<Fault> read(String json) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode one : JSON.readTree(json)) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            one.path("arguments")
                    .properties()
                    .forEach(entry -> arguments.put(entry.getKey(), argument(entry.getValue())));
            faults.add(new Fault(one.path("path").asString(), one.path("code").asString(), arguments));
        }
        return faults;
    }

    private static Object argument(JsonNode value) {
        return value.isObject()
                ? new Label(value.path("zh").asString(), value.path("en").asString())
                : value.asString();
    }
}
