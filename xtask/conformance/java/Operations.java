// The endpoint of a mock -> one JSON line an operation and input: whether the AWS SDK for Java 2.x and the mock
// understand each other.
//
//     java -cp 'classes:packages/*' Operations ENDPOINT
//
// The mock says what can be sent and what it answers. All of it goes through the ordinary methods of the client.
// `cargo xtask conformance` knows which operations must be reported, and what this version of the SDK lacks.

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

public final class Operations {
    private final Mock mock;
    /** What the SDK does not have of the exchange at hand, such as `input.Name`, or an empty text for the operation. */
    private TreeSet<String> lacks = new TreeSet<>();

    private Operations(String endpoint) {
        mock = new Mock(endpoint);
    }

    /** What is missing, what is too much, and what is another value, of two values of the SDK. */
    private static void compare(Object found, Object wanted, String path, List<String> problems) {
        if (found instanceof SdkPojo left && wanted instanceof SdkPojo right && left.getClass() == right.getClass()) {
            for (var field : right.sdkFields()) {
                var name = path + "." + field.locationName();
                compare(field.getValueOrDefault(left), field.getValueOrDefault(right), name, problems);
            }
        } else if (isUnset(found) || isUnset(wanted)) {
            note(isUnset(found) == isUnset(wanted), found, wanted, path, problems);
        } else if (found instanceof List<?> left && wanted instanceof List<?> right && left.size() == right.size()) {
            for (int index = 0; index < right.size(); index++) {
                compare(left.get(index), right.get(index), path + "[" + index + "]", problems);
            }
        } else if (found instanceof Map<?, ?> left && wanted instanceof Map<?, ?> right
            && left.keySet().equals(right.keySet())) {
            right.forEach((key, item) -> compare(left.get(key), item, path + "." + key, problems));
        } else if (found instanceof Instant left && wanted instanceof Instant right) {
            note(left.toEpochMilli() == right.toEpochMilli(), found, wanted, path, problems);
        } else {
            note(found.equals(wanted), found, wanted, path, problems);
        }
    }

    private static void note(boolean same, Object found, Object wanted, String path, List<String> problems) {
        if (!same) {
            problems.add(path + " is " + found + ", not " + wanted);
        }
    }

    private static boolean isUnset(Object value) {
        return value == null || value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
    }

    /** The same of two values of the wire. What the SDK lacks could not be sent. */
    private void compareJson(JsonNode found, JsonNode wanted, String at, String path, List<String> problems) {
        if (found.isObject() && wanted.isObject()) {
            var names = new TreeSet<>(found.asObject().keySet());
            names.addAll(wanted.asObject().keySet());
            for (var name : names) {
                var left = found.field(name).orElse(null);
                var right = wanted.field(name).orElse(null);
                if (left == null && lacks.stream().anyMatch(lack -> lack.equals(at + "." + name))) {
                    continue;
                }
                if (left == null || right == null) {
                    problems.add(path + "." + name + (left == null ? " is missing" : " should not be there"));
                    continue;
                }
                // members of a structure and entries of a map look the same: only a structure's can be lacking
                compareJson(left, right, at + "." + name, path + "." + name, problems);
            }
        } else if (found.isArray() && wanted.isArray() && found.asArray().size() == wanted.asArray().size()) {
            Iterator<JsonNode> items = found.asArray().iterator();
            for (var item : wanted.asArray()) {
                compareJson(items.next(), item, at + "[]", path + "[]", problems);
            }
        } else if (found.isNumber() && wanted.isNumber()) {
            var same = new BigDecimal(found.asNumber()).compareTo(new BigDecimal(wanted.asNumber())) == 0;
            note(same, found, wanted, path, problems);
        } else {
            note(found.equals(wanted), found, wanted, path, problems);
        }
    }

    /** Sends an input as the client does, and looks at what arrives on either side. */
    private void exchange(String name, JsonNode given, JsonNode output) throws Exception {
        var values = new Values();
        lacks = values.lacks;
        var method = Mock.method(name);
        if (method == null) {
            lacks.add("");
            return;
        }
        var request = values.made(method.getParameterTypes()[0], given, "input");
        var expected = values.made(method.getReturnType(), output, "output");
        mock.ask("DELETE", "/_mock/requests");
        var response = mock.call(method, request);
        var requests = mock.ask("GET", "/_mock/requests").asArray();
        Mock.check(requests.size() == 1, "the mock received " + requests.size() + " requests");
        var received = requests.get(0).asObject();
        var problems = new ArrayList<String>();
        note(received.get("operation").asString().equals(name), received.get("operation"), name, "operation", problems);
        note(response.sdkHttpResponse().statusCode() == 200, response.sdkHttpResponse(), 200, "HTTP status", problems);
        var id = response.responseMetadata().requestId();
        note(received.get("requestId").asString().equals(id), id, received.get("requestId"), "request id", problems);
        var wanted = Mock.isNone(given) ? JsonNode.parser().parse("{}") : given;
        compareJson(received.get("input"), wanted, "input", "input received", problems);
        compare(response, expected, "output", problems);
        Mock.check(problems.isEmpty(), String.join("\n", problems));
    }

    private void run() throws Exception {
        for (var sample : mock.ask("GET", "/_mock/samples").asObject().get("operations").asArray()) {
            var name = sample.field("name").orElseThrow().asString();
            var input = sample.field("input").orElse(null);
            for (var which : List.of("minimal", "maximal")) {
                var detail = "";
                try {
                    var given = Mock.isNone(input) ? null : input.field(which).orElse(null);
                    Mock.check(Mock.isNone(input) || !Mock.isNone(given), "the mock found no such input");
                    exchange(name, given, sample.field("output").orElse(null));
                } catch (Exception error) {
                    // whatever it is, it is this exchange's failure, and the next one still runs
                    detail = error.toString();
                }
                report(name, which, detail);
            }
        }
    }

    private void report(String operation, String input, String detail) {
        var missing = lacks.stream().map(Mock::quoted).collect(Collectors.joining(","));
        System.out.println("{\"operation\":" + Mock.quoted(operation) + ",\"input\":" + Mock.quoted(input) + ",\"ok\":"
            + detail.isEmpty() + ",\"detail\":" + Mock.quoted(detail) + ",\"lacks\":[" + missing + "]}");
    }

    public static void main(String[] arguments) throws Exception {
        Mock.check(arguments.length == 1, "usage: java -cp 'classes:packages/*' Operations ENDPOINT");
        new Operations(arguments[0]).run();
        // threads that the clients keep would hold the program
        System.exit(0);
    }
}
