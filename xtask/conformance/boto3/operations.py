"""The endpoint of a mock -> one JSON line an operation and input: whether boto3 and the mock understand each other.

    python operations.py ENDPOINT

The mock says what can be sent and what it answers. All of it goes through the ordinary methods of the client, which
checks every input before it sends it. `cargo xtask conformance` knows which operations must be reported.
"""

import base64
import json
import sys
import urllib.request
from datetime import datetime, timedelta, timezone

import boto3
from botocore import xform_name
from botocore.config import Config

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MILLISECOND = timedelta(milliseconds=1)

endpoint = sys.argv[1]
client = boto3.session.Session().client(
    "cognito-idp",
    endpoint_url=endpoint,
    region_name="us-east-1",
    aws_access_key_id="AKIDEXAMPLE",
    aws_secret_access_key="secret",
    config=Config(retries={"total_max_attempts": 1}, connect_timeout=30, read_timeout=30),
)
mock = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def ask(method, path):
    """What the mock itself has to tell; none if it has nothing."""
    with mock.open(urllib.request.Request(endpoint + path, method=method), timeout=30) as response:
        body = response.read()
    return json.loads(body) if body else None


def check(holds, problem):
    if not holds:
        raise AssertionError(problem)


class Places:
    """Turns values of the wire into those that the client takes and returns, by botocore's own shapes."""

    def __init__(self, sample):
        self.places = {"timestamp": sample["timestamps"], "blob": sample["blobs"]}

    def native(self, shape, value, path):
        kind = shape.type_name
        for special, paths in self.places.items():
            check((kind == special) == (path in paths), f"{path} is a {kind} to the SDK, but the mock disagrees")
        if getattr(shape, "is_document_type", False):
            return value
        if kind == "structure":
            unknown = value.keys() - shape.members.keys()
            check(not unknown, f"{path} has members that the SDK does not know: {sorted(unknown)}")
            return {name: self.native(shape.members[name], one, f"{path}.{name}") for name, one in value.items()}
        if kind == "list":
            return [self.native(shape.member, one, f"{path}[]") for one in value]
        if kind == "map":
            return {key: self.native(shape.value, one, f"{path}{{}}") for key, one in value.items()}
        if kind == "blob":
            return base64.b64decode(value, validate=True)
        if kind == "timestamp":
            return EPOCH + round(value * 1000) * MILLISECOND
        return value


def differences(found, wanted, path):
    """What is missing, what is too much, and what is another value."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for name in {**wanted, **found}:
            if name not in found:
                yield f"{path}.{name} is missing"
            elif name not in wanted:
                yield f"{path}.{name} should not be there, but is {found[name]!r}"
            else:
                yield from differences(found[name], wanted[name], f"{path}.{name}")
    elif isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        for index, pair in enumerate(zip(found, wanted)):
            yield from differences(*pair, f"{path}[{index}]")
    elif kind(found) is not kind(wanted) or comparable(found) != comparable(wanted):
        yield f"{path} is {found!r}, not {wanted!r}"


def kind(value):
    """The type, but all numbers are one; True and False are none to Python's `type`."""
    return float if type(value) is int else type(value)


def comparable(value):
    """The value; of a moment, the milliseconds, of which floating-point seconds are a hair's breadth off."""
    return round((value - EPOCH) / MILLISECOND) if isinstance(value, datetime) else value


def same(found, wanted, path):
    found = list(differences(found, wanted, path))
    check(not found, "\n".join(found))


def exchange(sample, given):
    """Sends an input as the client does, and looks at what arrives on either side."""
    name, places = sample["name"], Places(sample)
    model = client.meta.service_model.operation_model(name)
    parameters = {}
    if given is not None:
        parameters = places.native(model.input_shape, given, "input")
    check(sample["output"] is None or model.output_shape is not None, "the SDK knows no output")
    ask("DELETE", "/_mock/requests")
    response = getattr(client, xform_name(name))(**parameters)
    metadata = response.pop("ResponseMetadata")
    check(metadata["HTTPStatusCode"] == 200, f"the HTTP status is {metadata['HTTPStatusCode']}")
    requests = ask("GET", "/_mock/requests")
    same([request["operation"] for request in requests], [name], "operations received")
    same(requests[0]["requestId"], metadata["RequestId"], "request id")
    same(requests[0]["input"], given or {}, "input received")
    expected = {}
    if sample["output"] is not None:
        expected = places.native(model.output_shape, sample["output"], "output")
    same(response, expected, "output")


def main():
    for sample in ask("GET", "/_mock/samples")["operations"]:
        inputs = sample["input"] or {"minimal": None, "maximal": None}
        for which, given in inputs.items():
            detail = ""
            try:
                check(sample["input"] is None or given is not None, "the mock found no such input")
                exchange(sample, given)
            except Exception as error:  # whatever it is, it is this exchange's failure, and the next one still runs
                detail = f"{type(error).__name__}: {error}"
            report = {"operation": sample["name"], "input": which, "ok": not detail, "detail": detail}
            print(json.dumps(report), flush=True)


main()
