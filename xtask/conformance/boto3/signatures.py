"""The endpoint of a mock that checks signatures -> one JSON line an operation and a case: what boto3 makes of it.

    python signatures.py ENDPOINT

Calls every operation without a signature, which must be refused or answered, and with one, which must be answered; and
signs badly. `cargo xtask conformance` knows which operations are signed, and which cases must be reported.
"""

import json
import sys
import urllib.request

import boto3
from botocore import UNSIGNED, xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

endpoint = sys.argv[1]
mock = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def connect(key=None, secret=None, token=None):
    """A client with these credentials, or without any."""
    signed = {} if key else {"signature_version": UNSIGNED}
    return boto3.session.Session().client(
        "cognito-idp",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        aws_session_token=token,
        config=Config(retries={"total_max_attempts": 1}, connect_timeout=30, read_timeout=30, **signed),
    )


def call(client, sample):
    """Calls an operation with the least of input. Returns the error's name and message; none if it is answered."""
    given = (sample["input"] or {}).get("minimal") or {}
    try:
        getattr(client, xform_name(sample["name"]))(**given)
    except ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert status == 400, f"the HTTP status is {status}"
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    return None


def report(detail, **what):
    print(json.dumps({**what, "ok": not detail, "detail": detail}), flush=True)


def expect(name, client, sample, wanted):
    """Reports a case: a call, and the error that it must raise."""
    try:
        found = call(client, sample)
        detail = "" if found == wanted else f"{found}, not {wanted}"
    except Exception as error:  # whatever it is, it is this case's failure, and the next one still runs
        detail = f"{type(error).__name__}: {error}"
    report(detail, case=name)


MISSING = ("MissingAuthenticationTokenException", "Missing Authentication Token")
UNKNOWN = ("UnrecognizedClientException", "The security token included in the request is invalid.")
WRONG = (
    "InvalidSignatureException",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
    "and signing method. Consult the service documentation for details.",
)


def main():
    alice, nobody = connect("AKIDEXAMPLE", "secret"), connect()
    with mock.open(endpoint + "/_mock/samples", timeout=30) as response:
        samples = {sample["name"]: sample for sample in json.load(response)["operations"]}
    for name, sample in samples.items():
        detail, signed = "", None
        try:
            without = call(nobody, sample)
            signed = without is not None
            assert without in (None, MISSING), f"without a signature {without}"
            found = call(alice, sample)
            assert found is None, f"with a signature {found}"
        except Exception as error:  # as above
            detail = f"{type(error).__name__}: {error}"
        report(detail, operation=name, signed=signed)

    one, other = samples["ListUserPools"], samples["SignUp"]
    expect("a wrong secret is an InvalidSignatureException", connect("AKIDEXAMPLE", "other"), one, WRONG)
    expect("an unknown access key is an UnrecognizedClientException", connect("AKIDOTHER", "secret"), one, UNKNOWN)
    session = connect("ASIDEXAMPLE", "secret", "other")
    expect("a wrong session token is an UnrecognizedClientException", session, one, UNKNOWN)
    session = connect("ASIDEXAMPLE", "secret", "token")
    expect("a session token is taken together with its key", session, one, None)
    expect("no credentials for a signed operation are a MissingAuthenticationTokenException", nobody, one, MISSING)
    expect("no credentials are needed for an operation that is not signed", nobody, other, None)


main()
