"""The endpoints of two servers -> one JSON line a case: what boto3 makes of their answers.

    python conformance.py ENDPOINT ENDPOINT_WITH_DOCUMENTED_STATUSES

`cargo xtask conformance` knows which cases must be reported, counts them and prints them.
"""

import base64
import json
import re
import ssl
import sys
from datetime import datetime

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

POOL = "us-east-1_EXAMPLE"
ABSENT = "us-east-1_NOTTHERE"
NO_POOL = f"User pool {ABSENT} does not exist."
BAD_ID = (
    "1 validation error detected: Value 'x' at 'userPoolId' failed to satisfy constraint: "
    r"Member must satisfy regular expression pattern: [\w-]+_[0-9a-zA-Z]+"
)
NO_ID = (
    "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: "
    "Member must not be null"
)

UUID_V4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def connect(endpoint):
    """A client that sends bad requests too, and each only once."""
    config = Config(
        parameter_validation=False,
        retries={"total_max_attempts": 1},
        connect_timeout=30,
        read_timeout=30,
    )
    return boto3.session.Session().client(
        "cognito-idp",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret",
        config=config,
    )


wire, documented = (connect(endpoint) for endpoint in sys.argv[1:])
cases = {}


def case(name):
    """Enters a function as the case of that name. It fails by raising."""

    def enter(function):
        cases[name] = function

    return enter


def expect(what, found, wanted):
    check(found == wanted, f"{what} is {found!r}, not {wanted!r}")


def check(holds, problem):
    if not holds:
        raise AssertionError(problem)


def expect_metadata(response, status):
    metadata = response["ResponseMetadata"]
    expect("the HTTP status", metadata["HTTPStatusCode"], status)
    request = metadata.get("RequestId", "")
    check(UUID_V4.fullmatch(request), f"the request id is {request!r}, no lower-case UUID of version 4")


def expect_error(call, kind, code, status, message=None):
    """`call` must raise exactly `kind`. An error that is not modelled is a bare ClientError."""
    try:
        response = call()
    except ClientError as error:
        found = error.response["Error"]
        check(found["Code"] == code, f"no {code}, but {error}")
        check(type(error) is kind, f"{code} is raised as {type(error)!r}, not as {kind!r}")
        if message is not None:
            expect("the message", found["Message"], message)
        expect_metadata(error.response, status)
    else:
        raise AssertionError(f"no {code}, but {response!r}")


def certificate():
    """The DER of the signing certificate."""
    response = wire.get_signing_certificate(UserPoolId=POOL)
    expect_metadata(response, 200)
    check(response.get("Certificate"), "there is no certificate")
    # strict: refuses line breaks, PEM's lines and whatever else is no base64
    return base64.b64decode(response["Certificate"], validate=True)


def element(der, at=0):
    """The tag of the DER element at an offset, and where its content begins and ends."""
    tag, length, begin = der[at], der[at + 1], at + 2
    if length >= 0x80:
        size = length - 0x80
        length, begin = int.from_bytes(der[begin : begin + size], "big"), begin + size
    return tag, begin, begin + length


def validity(der):
    """From when until when a certificate is valid (RFC 5280, section 4.1)."""
    _, at, _ = element(der)  # Certificate
    _, at, _ = element(der, at)  # TBSCertificate
    for _ in ("version", "serialNumber", "signature", "issuer"):
        _, _, at = element(der, at)
    _, at, _ = element(der, at)  # Validity
    for _ in ("notBefore", "notAfter"):
        tag, begin, end = element(der, at)
        year = "%y" if tag == 0x17 else "%Y"  # UTCTime or GeneralizedTime
        yield datetime.strptime(der[begin:end].decode("ascii"), f"{year}%m%d%H%M%SZ")
        at = end


@case("signing certificate is X.509, in DER, in base64, on one line")
def _():
    der = certificate()
    tag, _, end = element(der)
    expect("the tag", tag, 0x30)  # SEQUENCE
    expect("the length of the DER", len(der), end)
    store = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    store.load_verify_locations(cadata=der)  # raises for what OpenSSL cannot read
    expect("the count of certificates", store.cert_store_stats()["x509"], 1)


@case("signing certificate is valid for ten years")
def _():
    begin, end = validity(certificate())
    check(3651 <= (end - begin).days <= 3654, f"it is valid from {begin} to {end}")


@case("signing certificate is the same in a second answer")
def _():
    expect("the second certificate", certificate().hex(), certificate().hex())


@case("unknown pool is the SDK's ResourceNotFoundException")
def _():
    expect_error(
        lambda: wire.get_signing_certificate(UserPoolId=ABSENT),
        wire.exceptions.ResourceNotFoundException,
        "ResourceNotFoundException",
        400,
        NO_POOL,
    )


@case("malformed pool id is the SDK's InvalidParameterException")
def _():
    expect_error(
        lambda: wire.get_signing_certificate(UserPoolId="x"),
        wire.exceptions.InvalidParameterException,
        "InvalidParameterException",
        400,
        BAD_ID,
    )


@case("missing pool id is the SDK's InvalidParameterException")
def _():
    expect_error(
        lambda: wire.get_signing_certificate(),
        wire.exceptions.InvalidParameterException,
        "InvalidParameterException",
        400,
        NO_ID,
    )


@case("operation that is not implemented is NotImplementedException, with status 501")
def _():
    expect_error(
        lambda: wire.list_users(UserPoolId=POOL),
        ClientError,
        "NotImplementedException",
        501,
    )


@case("unknown pool with documented statuses is 482, and still the SDK's ResourceNotFoundException")
def _():
    expect_error(
        lambda: documented.get_signing_certificate(UserPoolId=ABSENT),
        documented.exceptions.ResourceNotFoundException,
        "ResourceNotFoundException",
        482,
        NO_POOL,
    )


for name, run in cases.items():
    detail = ""
    try:
        run()
    except Exception as error:  # whatever it is, it is this case's failure, and the next one still runs
        detail = f"{type(error).__name__}: {error}"
    print(json.dumps({"case": name, "ok": not detail, "detail": detail}), flush=True)
