"""The endpoint of a mock -> one JSON line an error of the API: whether boto3 makes an exception of its own of it.

    python errors.py ENDPOINT

The mock is told to fail an operation that declares the error, which is then called by the client's ordinary method.
`cargo xtask conformance` knows which errors must be reported.
"""

import json
import sys
import urllib.request

import boto3
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

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


def ask(method, path, body=None):
    """What the mock itself has to tell; none if it has nothing."""
    request = urllib.request.Request(endpoint + path, method=method, data=body and body.encode())
    with mock.open(request, timeout=30) as response:
        answer = response.read()
    return json.loads(answer) if answer else None


def raised(sample, error):
    """What the client raises where the mock fails with an error."""
    path = f"/_mock/failures/{sample['name']}"
    ask("DELETE", "/_mock/requests")
    ask("PUT", path, error["name"])
    try:
        # what is required has no values that are another type to the client than in JSON
        getattr(client, xform_name(sample["name"]))(**(sample["input"] or {"minimal": {}})["minimal"])
    except ClientError as exception:
        return exception
    finally:
        ask("DELETE", path)
    raise AssertionError("the call succeeded")


def problems(exception, error, request_id):
    """Everything that is wrong with an exception."""
    name, response = error["name"], exception.response
    expected = getattr(client.exceptions, name, ClientError)
    if type(exception) is not expected:
        yield f"it is {type(exception).__name__} ({exception}), not the SDK's {name}"
    metadata = response["ResponseMetadata"]
    found = {"code": response["Error"]["Code"], "status": metadata["HTTPStatusCode"]}
    found["request id"] = metadata["RequestId"]
    wanted = {"code": name, "status": error["status"], "request id": request_id}
    for member, value in error["members"].items():
        wanted[member] = value
        found[member] = response["Error"]["Message"] if member == "message" else response.get(member)
    for key, value in wanted.items():
        if found[key] != value:
            yield f"its {key} is {found[key]!r}, not {value!r}"


def main():
    samples = ask("GET", "/_mock/samples")
    for error in samples["errors"]:
        name, operation, detail = error["name"], None, ""
        try:
            sample = next(sample for sample in samples["operations"] if name in sample["errors"])
            operation = sample["name"]
            exception = raised(sample, error)
            [received] = ask("GET", "/_mock/requests")
            detail = "\n".join(problems(exception, error, received["requestId"]))
        except Exception as problem:  # whatever it is, it is this error's failure, and the next one still runs
            detail = f"{type(problem).__name__}: {problem}"
        lacks = not hasattr(client.exceptions, name)
        report = {"error": name, "operation": operation, "ok": not detail, "detail": detail, "lacks": lacks}
        print(json.dumps(report), flush=True)


main()
