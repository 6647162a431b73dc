// The endpoint of a mock -> a client of it, what asks the mock itself, and lines of JSON.

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

final class Mock {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient DIRECT =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

    private final String endpoint;
    private final CognitoIdentityProviderClient client;

    Mock(String endpoint) {
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
    JsonNode ask(String method, String path) throws Exception {
        return ask(method, path, "");
    }

    JsonNode ask(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(endpoint + path)).timeout(LIMIT)
            .method(method, BodyPublishers.ofString(body))
            .build();
        var response = DIRECT.send(request, BodyHandlers.ofString());
        check(response.statusCode() < 300, method + " " + path + " is answered with " + response.statusCode());
        return response.body().isEmpty() ? null : JsonNode.parser().parse(response.body());
    }

    /** Calls an operation. Throws what the client throws. */
    AwsResponse call(Method method, SdkPojo request) throws Exception {
        try {
            return (AwsResponse) method.invoke(client, request);
        } catch (InvocationTargetException error) {
            throw error.getCause() instanceof Exception cause ? cause : error;
        }
    }

    static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException(problem);
        }
    }

    static boolean isNone(JsonNode value) {
        return value == null || value.isNull();
    }

    /** The method of the client that takes a request, not a function that makes one; null if the SDK has none. */
    static Method method(String operation) {
        return Arrays.stream(CognitoIdentityProviderClient.class.getMethods())
            .filter(method -> method.getName().equalsIgnoreCase(operation) && method.getParameterCount() == 1)
            .filter(method -> SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
            .findFirst()
            .orElse(null);
    }

    /** A text in JSON's quotes. */
    static String quoted(String text) {
        return text.chars()
            .mapToObj(unit -> unit < ' ' || unit == '"' || unit == '\\' || unit > '~'
                ? String.format("\\u%04x", unit)
                : String.valueOf((char) unit))
            .collect(Collectors.joining("", "\"", "\""));
    }
}
