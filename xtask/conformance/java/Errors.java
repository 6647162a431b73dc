// The endpoint of a mock -> one JSON line an error of the API: whether the AWS SDK for Java 2.x makes an exception of
// its own of it.
//
//     java -cp 'classes:packages/*' Errors ENDPOINT
//
// The mock is told to fail an operation that declares the error, which is then called by the client's ordinary method.
// `cargo xtask conformance` knows which errors must be reported, and what this version of the SDK lacks.

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

public final class Errors {
    private final Mock mock;

    private Errors(String endpoint) {
        mock = new Mock(endpoint);
    }

    private static String text(JsonNode object, String member) {
        return object.field(member).orElseThrow().text();
    }

    /** Tells an operation to fail, calls it, and returns what is thrown. */
    private AwsServiceException thrown(JsonNode sample, String error) throws Exception {
        var name = text(sample, "name");
        var path = "/_mock/failures/" + name;
        var method = Mock.method(name);
        var given = sample.field("input").flatMap(input -> input.field("minimal")).orElse(null);
        var request = new Values().made(method.getParameterTypes()[0], given, "input");
        mock.ask("DELETE", "/_mock/requests");
        mock.ask("PUT", path, error);
        try {
            mock.call(method, request);
        } catch (AwsServiceException exception) {
            return exception;
        } finally {
            mock.ask("DELETE", path);
        }
        throw new IllegalStateException("the call succeeded");
    }

    /** Whether there is no class for the error, so that the SDK makes the exception that all others extend. */
    private static boolean isGeneral(AwsServiceException exception) {
        return exception.getClass() == CognitoIdentityProviderException.class;
    }

    /** Everything that is wrong with an exception. */
    private static List<String> problems(AwsServiceException exception, JsonNode error, String requestId) {
        var problems = new ArrayList<String>();
        var details = exception.awsErrorDetails();
        var name = text(error, "name");
        // Java's spelling has no run of capitals
        if (!isGeneral(exception) && !exception.getClass().getSimpleName().equalsIgnoreCase(name)) {
            problems.add("it is " + exception + ", not the SDK's " + name);
        }
        note("code", details.errorCode(), name, problems);
        note("status", String.valueOf(exception.statusCode()), text(error, "status"), problems);
        note("request id", exception.requestId(), requestId, problems);
        error.field("members").orElseThrow().asObject().forEach((member, value) -> {
            var found = member.equals("message") ? details.errorMessage() : member(exception, member);
            if (!isGeneral(exception) || member.equals("message")) {
                note(member, found, value.text(), problems);
            }
        });
        return problems;
    }

    private static void note(String what, String found, String wanted, List<String> problems) {
        if (!Objects.equals(found, wanted)) {
            problems.add("its " + what + " is " + found + ", not " + wanted);
        }
    }

    private static String member(AwsServiceException exception, String name) {
        return ((SdkPojo) exception).sdkFields().stream()
            .filter(field -> field.locationName().equals(name))
            .map(field -> String.valueOf(field.getValueOrDefault(exception)))
            .findFirst()
            .orElse(null);
    }

    /** The operations that the SDK has of them that declare an error. Where it has none of these, another one. */
    private static List<JsonNode> operations(JsonNode samples, String error) {
        var known = samples.field("operations").orElseThrow().asArray().stream()
            .filter(sample -> Mock.method(text(sample, "name")) != null)
            .toList();
        var declare = known.stream()
            .filter(sample -> sample.field("errors").orElseThrow().asArray().stream()
                .anyMatch(declared -> declared.text().equals(error)))
            .toList();
        return declare.isEmpty() ? known.subList(0, 1) : declare;
    }

    private void run() throws Exception {
        var samples = mock.ask("GET", "/_mock/samples");
        for (var error : samples.field("errors").orElseThrow().asArray()) {
            Report report = null;
            for (var sample : operations(samples, text(error, "name"))) {
                report = attempt(sample, error);
                // until the SDK has an exception for it
                if (!report.lacks) {
                    break;
                }
            }
            System.out.println(report);
        }
    }

    private Report attempt(JsonNode sample, JsonNode error) {
        var name = text(error, "name");
        var operation = text(sample, "name");
        try {
            var exception = thrown(sample, name);
            var received = mock.ask("GET", "/_mock/requests").asArray();
            Mock.check(received.size() == 1, "the mock received " + received.size() + " requests");
            var problems = problems(exception, error, text(received.get(0), "requestId"));
            return new Report(name, operation, String.join("\n", problems), isGeneral(exception));
        } catch (Exception problem) {
            // whatever it is, it is this error's failure, and the next one still runs
            return new Report(name, operation, problem.toString(), false);
        }
    }

    /** What came of one error. `lacks` says that the SDK tells its name, but has no class for it. */
    private record Report(String error, String operation, String detail, boolean lacks) {
        @Override
        public String toString() {
            return "{\"error\":" + Mock.quoted(error) + ",\"operation\":" + Mock.quoted(operation) + ",\"ok\":"
                + detail.isEmpty() + ",\"detail\":" + Mock.quoted(detail) + ",\"lacks\":" + lacks + "}";
        }
    }

    public static void main(String[] arguments) throws Exception {
        Mock.check(arguments.length == 1, "usage: java -cp 'classes:packages/*' Errors ENDPOINT");
        new Errors(arguments[0]).run();
        // threads that the clients keep would hold the program
        System.exit(0);
    }
}
