// The endpoint of a mock -> a client of it, and what asks the mock itself: the same in Node.js and in a page.

import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";

const LIMIT = 30_000;

/** A client that tries every call once. */
export function connect(endpoint) {
  return new CognitoIdentityProviderClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    maxAttempts: 1,
    requestHandler: { connectionTimeout: LIMIT, requestTimeout: LIMIT, throwOnRequestTimeout: true },
  });
}

/** What the mock itself has to tell, at its endpoint or where it is passed on; undefined if it has nothing. */
export function asking(origin) {
  return async (method, path, body) => {
    const response = await fetch(origin + path, { method, body, signal: AbortSignal.timeout(LIMIT) });
    const text = await response.text();
    check(response.ok, `${method} ${path} is answered with ${response.status}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

export function check(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}
