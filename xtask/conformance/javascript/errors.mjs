// A client and its mock -> one report an error of the API: whether the SDK makes an exception of its own of it.

import * as sdk from "@aws-sdk/client-cognito-identity-provider";

import { check } from "./mock.mjs";
import { command } from "./operations.mjs";

/** Tells an operation to fail, calls it, and looks at what is thrown. */
async function thrown(client, ask, sample, error) {
  const path = `/_mock/failures/${sample.name}`;
  await ask("DELETE", "/_mock/requests");
  await ask("PUT", path, error.name);
  try {
    await client.send(command(sample, sample.input?.minimal));
  } catch (exception) {
    return exception;
  } finally {
    await ask("DELETE", path);
  }
  throw new Error("the call succeeded");
}

/** Everything that is wrong with an exception. */
function problems(exception, error, requestId) {
  // where the SDK has no class of its own, its base class
  const Expected = sdk[error.name] ?? sdk.CognitoIdentityProviderServiceException;
  const found = { name: exception.name, fault: exception.$fault, status: exception.$metadata?.httpStatusCode };
  found.requestId = exception.$metadata?.requestId;
  const fault = error.status < 500 ? "client" : "server";
  const wanted = { name: error.name, fault, status: error.status, requestId };
  for (const [member, value] of Object.entries(error.members)) {
    found[member] = exception[member];
    wanted[member] = value;
  }
  const differ = Object.keys(wanted).filter((key) => found[key] !== wanted[key]);
  const wrong = differ.map((key) => `its ${key} is ${JSON.stringify(found[key])}, not ${JSON.stringify(wanted[key])}`);
  if (exception.constructor !== Expected) {
    wrong.unshift(`it is not of the class ${error.name} or, if the SDK has none, of its base class: ${exception}`);
  }
  return wrong;
}

/** Makes every error happen at an operation that declares it. */
export async function errors(client, ask, report) {
  const samples = await ask("GET", "/_mock/samples");
  for (const error of samples.errors) {
    const declares = ({ name, errors }) => errors.includes(error.name) && `${name}Command` in sdk;
    const sample = samples.operations.find(declares);
    const lacks = !(error.name in sdk);
    let detail = "";
    try {
      check(sample !== undefined, "the SDK has no operation that declares it");
      const exception = await thrown(client, ask, sample, error);
      const [received] = await ask("GET", "/_mock/requests");
      detail = problems(exception, error, received?.requestId).join("\n");
    } catch (problem) {
      // whatever it is, it is this error's failure, and the next one still runs
      detail = `${problem.name}: ${problem.message}`;
    }
    await report({ error: error.name, operation: sample?.name, ok: detail === "", detail, lacks });
  }
}
