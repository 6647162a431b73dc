// The endpoints of two servers -> one JSON line a case: what the AWS SDK for JavaScript v3 makes of their answers.
//
//     node conformance.mjs ENDPOINT ENDPOINT_WITH_DOCUMENTED_STATUSES
//
// `cargo xtask conformance` knows which cases must be reported, counts them and prints them.

import { X509Certificate } from "node:crypto";

import {
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  GetSigningCertificateCommand,
  InvalidParameterException,
  ListUsersCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-cognito-identity-provider";

const POOL = "us-east-1_EXAMPLE";
const ABSENT = "us-east-1_NOTTHERE";
const NO_POOL = `User pool ${ABSENT} does not exist.`;
const BAD_ID =
  "1 validation error detected: Value 'x' at 'userPoolId' failed to satisfy constraint: " +
  "Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+";
const NO_ID =
  "1 validation error detected: Value null at 'userPoolId' failed to satisfy constraint: Member must not be null";

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DAY = 24 * 60 * 60 * 1000;

/** A client that sends each request only once. It checks no request before it sends it. */
function connect(endpoint) {
  return new CognitoIdentityProviderClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 30_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  });
}

const [wire, documented] = process.argv.slice(2).map(connect);

function expect(what, found, wanted) {
  check(found === wanted, `${what} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

function check(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}

function expectMetadata({ httpStatusCode, requestId }, status) {
  expect("the HTTP status", httpStatusCode, status);
  check(UUID_V4.test(requestId), `the request id is ${requestId}, no lower-case UUID of version 4`);
}

/** The request must be answered by exactly this error. One that is not modelled is the service's general one. */
async function expectError(client, command, kind, name, status, message) {
  let answer;
  try {
    answer = await client.send(command);
  } catch (error) {
    check(error.name === name, `no ${name}, but ${error.name}: ${error.message}`);
    check(error.constructor === kind, `${name} is raised as ${error.constructor.name}, not as ${kind.name}`);
    if (message !== undefined) {
      expect("the message", error.message, message);
    }
    expectMetadata(error.$metadata, status);
    return;
  }
  throw new Error(`no ${name}, but ${JSON.stringify(answer)}`);
}

/** The signing certificate as it was sent. */
async function certificate() {
  const { Certificate, $metadata } = await wire.send(new GetSigningCertificateCommand({ UserPoolId: POOL }));
  expectMetadata($metadata, 200);
  check(typeof Certificate === "string", "there is no certificate");
  // refuses line breaks, PEM's lines and whatever else is no base64, all of which Buffer would skip
  check(BASE64.test(Certificate), `the certificate is no base64: ${JSON.stringify(Certificate)}`);
  return Certificate;
}

const cases = {
  async "signing certificate is X.509, in DER, in base64, on one line"() {
    const der = Buffer.from(await certificate(), "base64");
    // OpenSSL would take PEM too, and leave out what follows the certificate
    check(new X509Certificate(der).raw.equals(der), "it is not the DER of one certificate");
  },
  async "signing certificate is valid for ten years"() {
    const { validFrom, validTo } = new X509Certificate(Buffer.from(await certificate(), "base64"));
    const days = (Date.parse(validTo) - Date.parse(validFrom)) / DAY;
    check(days >= 3651 && days <= 3654, `it is valid from ${validFrom} to ${validTo}`);
  },
  async "signing certificate is the same in a second answer"() {
    expect("the second certificate", await certificate(), await certificate());
  },
  async "unknown pool is the SDK's ResourceNotFoundException"() {
    const command = new GetSigningCertificateCommand({ UserPoolId: ABSENT });
    await expectError(wire, command, ResourceNotFoundException, "ResourceNotFoundException", 400, NO_POOL);
  },
  async "malformed pool id is the SDK's InvalidParameterException"() {
    const command = new GetSigningCertificateCommand({ UserPoolId: "x" });
    await expectError(wire, command, InvalidParameterException, "InvalidParameterException", 400, BAD_ID);
  },
  async "missing pool id is the SDK's InvalidParameterException"() {
    const command = new GetSigningCertificateCommand({});
    await expectError(wire, command, InvalidParameterException, "InvalidParameterException", 400, NO_ID);
  },
  async "operation that is not implemented is NotImplementedException, with status 501"() {
    const command = new ListUsersCommand({ UserPoolId: POOL });
    await expectError(wire, command, CognitoIdentityProviderServiceException, "NotImplementedException", 501);
  },
  async "unknown pool with documented statuses is 482, and still the SDK's ResourceNotFoundException"() {
    const command = new GetSigningCertificateCommand({ UserPoolId: ABSENT });
    await expectError(documented, command, ResourceNotFoundException, "ResourceNotFoundException", 482, NO_POOL);
  },
};

for (const [name, run] of Object.entries(cases)) {
  let detail = "";
  try {
    await run();
  } catch (error) {
    // whatever it is, it is this case's failure, and the next one still runs
    detail = `${error.name}: ${error.message}`;
  }
  console.log(JSON.stringify({ case: name, ok: detail === "", detail }));
}

// closes the connections that are kept for further requests, so that the process can end
wire.destroy();
documented.destroy();
