// The endpoint of a mock that checks signatures -> one JSON line an operation and a case: what the AWS SDK for JavaScript
// v3 makes of it.
//
//     node signatures.mjs ENDPOINT
//
// Calls every operation without a signature, which must be refused or answered, and with one, which must be answered;
// and signs badly. `cargo xtask conformance` knows which operations are signed, and which cases must be reported.

import * as sdk from "@aws-sdk/client-cognito-identity-provider";

const [endpoint] = process.argv.slice(2);

/** A client with these settings of its signatures. */
function connect(settings) {
  return new sdk.CognitoIdentityProviderClient({
    endpoint,
    region: "us-east-1",
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 30_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    ...settings,
  });
}

const clients = {
  alice: connect({ credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" } }),
  wrong: connect({ credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "other" } }),
  unknown: connect({ credentials: { accessKeyId: "AKIDOTHER", secretAccessKey: "secret" } }),
  session: connect({
    credentials: { accessKeyId: "ASIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token" },
  }),
  otherSession: connect({
    credentials: { accessKeyId: "ASIDEXAMPLE", secretAccessKey: "secret", sessionToken: "other" },
  }),
  // signs nothing, and needs no credentials for that
  nobody: connect({ signer: { sign: async (request) => request }, credentials: async () => ({}) }),
};

function check(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}

/** Calls an operation with the least of input. Returns the error's name and message; an empty text if it is answered. */
async function call(client, { name, input }) {
  const command = new sdk[`${name}Command`](input?.minimal ?? {});
  try {
    await client.send(command);
  } catch (error) {
    check(error.$metadata?.httpStatusCode === 400, `${error.name}: ${error.message}`);
    return `${error.name}: ${error.message}`;
  }
  return "";
}

function report(what, detail) {
  console.log(JSON.stringify({ ...what, ok: detail === "", detail }));
}

const MISSING = "MissingAuthenticationTokenException: Missing Authentication Token";
const UNKNOWN = "UnrecognizedClientException: The security token included in the request is invalid.";
const WRONG =
  "InvalidSignatureException: The request signature we calculated does not match the signature you provided. " +
  "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

const response = await fetch(`${endpoint}/_mock/samples`, { signal: AbortSignal.timeout(30_000) });
const { operations } = await response.json();
for (const sample of operations.filter(({ name }) => `${name}Command` in sdk)) {
  let detail = "";
  let signed;
  try {
    const without = await call(clients.nobody, sample);
    signed = without !== "";
    check(["", MISSING].includes(without), `without a signature ${without}`);
    const found = await call(clients.alice, sample);
    check(found === "", `with a signature ${found}`);
  } catch (error) {
    // whatever it is, it is this operation's failure, and the next one still runs
    detail = `${error.name}: ${error.message}`;
  }
  report({ operation: sample.name, signed }, detail);
}

const sample = (name) => operations.find((operation) => operation.name === name);
const [one, other] = [sample("ListUserPools"), sample("SignUp")];
for (const [name, client, operation, wanted] of [
  ["a wrong secret is an InvalidSignatureException", clients.wrong, one, WRONG],
  ["an unknown access key is an UnrecognizedClientException", clients.unknown, one, UNKNOWN],
  ["a wrong session token is an UnrecognizedClientException", clients.otherSession, one, UNKNOWN],
  ["a session token is taken together with its key", clients.session, one, ""],
  ["no credentials for a signed operation are a MissingAuthenticationTokenException", clients.nobody, one, MISSING],
  ["no credentials are needed for an operation that is not signed", clients.nobody, other, ""],
]) {
  let detail = "";
  try {
    const found = await call(client, operation);
    check(found === wanted, `${found || "it is answered"}, not ${wanted || "an answer"}`);
  } catch (error) {
    // as above
    detail = `${error.name}: ${error.message}`;
  }
  report({ case: name }, detail);
}

// closes the connections that are kept for further requests, so that the process can end
for (const client of Object.values(clients)) {
  client.destroy();
}
