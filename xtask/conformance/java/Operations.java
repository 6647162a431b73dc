// The endpoint of a mock -> one JSON line an operation and input: whether the AWS SDK for Java 2.x and the mock
// understand each other.
//
//     java -cp 'packages/*' Operations.java ENDPOINT
//
// The mock says what can be sent and what it answers. All of it goes through the ordinary methods of the client.
// `cargo xtask conformance` knows which operations must be reported, and what this version of the SDK lacks.

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.utils.builder.Buildable;

public final class Operations {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient DIRECT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

    private final String endpoint;
    private final CognitoIdentityProviderClient client;
    /** What the SDK does not have of the exchange at hand, such as `input.Name`, or an empty text for the operation. */
    private final TreeSet<String> lacks = new TreeSet<>();

    private Operations(String endpoint) {
        this.endpoint = endpoint;
        var credentials = AwsBasicCredentials.create("AKIDEXAMPLE", "secret");
        client = CognitoIdentityProviderClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .httpClient(UrlConnectionHttpClient.builder().connectionTimeout(LIMIT).socketTimeout(LIMIT).build())
            .build();
    }

    /** What the mock itself has to tell; null if it has nothing. */
    private JsonNode ask(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(LIMIT);
        var response = DIRECT.send(request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        check(response.statusCode() < 300, method + " " + path + " is answered with " + response.statusCode());
        return response.body().isEmpty() ? null : JsonNode.parser().parse(response.body());
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(problem);
        }
    }

    private static boolean isNone(JsonNode value) {
        return value == null || value.isNull();
    }

    /** The method of the client that takes a request, not a function that makes one; null if the SDK has none. */
    private static Method method(String operation) {
        return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
            .filter(method -> method.getName().equalsIgnoreCase(operation) && method.getParameterCount() == 1)
            .filter(method -> SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
            .findFirst()
            .orElse(null);
    }

    /** A request or response of the SDK with the members of a value of the wire. */
    private SdkPojo made(Class<?> type, JsonNode value, String path) throws Exception {
        var builder = (SdkPojo) type.getMethod("builder").invoke(null);
        return isNone(value) ? built(builder) : filled(builder, value, path);
    }

    private static SdkPojo built(SdkPojo builder) {
        return (SdkPojo) ((Buildable) builder).build();
    }

    private SdkPojo filled(SdkPojo builder, JsonNode value, String path) {
        Map<String, SdkField<?>> fields =
            builder.sdkFields().stream().collect(Collectors.toMap(SdkField::locationName, field -> field));
        value.asObject().forEach((name, member) -> {
            if (fields.containsKey(name)) {
                @SuppressWarnings("unchecked")
                var field = (SdkField<Object>) fields.get(name);
                field.set(builder, nativeValue(field, member, path + "." + name));
            } else {
                lacks.add(path + "." + name);
            }
        });
        return built(builder);
    }

    /** A value of the wire as the SDK takes and returns it. */
    private Object nativeValue(SdkField<?> field, JsonNode value, String path) {
        var type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return filled(field.constructor().get(), value, path);
        } else if (type == MarshallingType.LIST) {
            var item = field.getTrait(ListTrait.class).memberFieldInfo();
            var list = new ArrayList<Object>();
            value.asArray().forEach(one -> list.add(nativeValue(item, one, path + "[]")));
            return list;
        } else if (type == MarshallingType.MAP) {
            var item = field.getTrait(MapTrait.class).valueFieldInfo();
            var map = new LinkedHashMap<String, Object>();
            value.asObject().forEach((key, one) -> map.put(key, nativeValue(item, one, path + "{}")));
            return map;
        } else if (type == MarshallingType.STRING) {
            return value.asString();
        } else if (type == MarshallingType.BOOLEAN) {
            return value.asBoolean();
        } else if (type == MarshallingType.INTEGER) {
            return Integer.valueOf(value.asNumber());
        } else if (type == MarshallingType.LONG) {
            return Long.valueOf(value.asNumber());
        } else if (type == MarshallingType.FLOAT) {
            return Float.valueOf(value.asNumber());
        } else if (type == MarshallingType.DOUBLE) {
            return Double.valueOf(value.asNumber());
        } else if (type == MarshallingType.INSTANT) {
            var milliseconds = new BigDecimal(value.asNumber()).movePointRight(3);
            return Instant.ofEpochMilli(milliseconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } else if (type == MarshallingType.SDK_BYTES) {
            return SdkBytes.fromByteArray(Base64.getDecoder().decode(value.asString()));
        } else if (type == MarshallingType.DOCUMENT) {
            return document(value);
        }
        throw new IllegalStateException(path + " is a " + type + ", which this program does not know");
    }

    private static Document document(JsonNode value) {
        if (value.isObject()) {
            var members = new LinkedHashMap<String, Document>();
            value.asObject().forEach((name, member) -> members.put(name, document(member)));
            return Document.fromMap(members);
        } else if (value.isArray()) {
            return Document.fromList(value.asArray().stream().map(Operations::document).toList());
        } else if (value.isString()) {
            return Document.fromString(value.asString());
        } else if (value.isBoolean()) {
            return Document.fromBoolean(value.asBoolean());
        }
        return value.isNull() ? Document.fromNull() : Document.fromNumber(value.asNumber());
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
        var method = method(name);
        if (method == null) {
            lacks.add("");
            return;
        }
        var request = made(method.getParameterTypes()[0], given, "input");
        var expected = made(method.getReturnType(), output, "output");
        ask("DELETE", "/_mock/requests");
        AwsResponse response;
        try {
            response = (AwsResponse) method.invoke(client, request);
        } catch (InvocationTargetException error) {
            throw error.getCause() instanceof Exception cause ? cause : error;
        }
        var requests = ask("GET", "/_mock/requests").asArray();
        check(requests.size() == 1, "the mock received " + requests.size() + " requests");
        var received = requests.get(0).asObject();
        var problems = new ArrayList<String>();
        note(received.get("operation").asString().equals(name), received.get("operation"), name, "operation", problems);
        note(response.sdkHttpResponse().statusCode() == 200, response.sdkHttpResponse(), 200, "HTTP status", problems);
        var id = response.responseMetadata().requestId();
        note(received.get("requestId").asString().equals(id), id, received.get("requestId"), "request id", problems);
        var wanted = isNone(given) ? JsonNode.parser().parse("{}") : given;
        compareJson(received.get("input"), wanted, "input", "input received", problems);
        compare(response, expected, "output", problems);
        check(problems.isEmpty(), String.join("\n", problems));
    }

    private void run() throws Exception {
        for (var sample : ask("GET", "/_mock/samples").asObject().get("operations").asArray()) {
            var name = sample.field("name").orElseThrow().asString();
            var input = sample.field("input").orElse(null);
            for (var which : List.of("minimal", "maximal")) {
                lacks.clear();
                var detail = "";
                try {
                    var given = isNone(input) ? null : input.field(which).orElse(null);
                    check(isNone(input) || !isNone(given), "the mock found no such input");
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
        var missing = lacks.stream().map(Operations::quoted).collect(Collectors.joining(","));
        System.out.println("{\"operation\":" + quoted(operation) + ",\"input\":" + quoted(input) + ",\"ok\":"
            + detail.isEmpty() + ",\"detail\":" + quoted(detail) + ",\"lacks\":[" + missing + "]}");
    }

    /** A text in JSON's quotes. */
    private static String quoted(String text) {
        return text.chars()
            .mapToObj(unit -> unit < ' ' || unit == '"' || unit == '\\' || unit > '~'
                ? String.format("\\u%04x", unit)
                : String.valueOf((char) unit))
            .collect(Collectors.joining("", "\"", "\""));
    }

    public static void main(String[] arguments) throws Exception {
        check(arguments.length == 1, "usage: java -cp 'packages/*' Operations.java ENDPOINT");
        new Operations(arguments[0]).run();
        // threads that the clients keep would hold the program
        System.exit(0);
    }
}
