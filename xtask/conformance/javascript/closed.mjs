// A client in a page and a mock that shares nothing with pages -> a report whether the browser keeps them apart.

import { check } from "./mock.mjs";
import { command } from "./operations.mjs";

/** Calls an operation, which must not get through, as it does where the mock shares. */
export async function closed(client, ask, report) {
  const { operations } = await ask("GET", "/_mock/samples");
  const sample = operations.find(({ name }) => name === "ListUserPools");
  let detail = "";
  try {
    const outcome = await client.send(command(sample, sample.input.minimal)).then(
      () => "the call succeeded",
      (problem) => `${problem.name}: ${problem.message}`,
    );
    check(outcome === "TypeError: Failed to fetch", `the page sees: ${outcome}`);
    const received = await ask("GET", "/_mock/requests");
    check(received.length === 0, `the mock received ${received.length} requests`);
  } catch (problem) {
    detail = `${problem.name}: ${problem.message}`;
  }
  await report({ case: "page of another origin is kept from a server that shares nothing", ok: detail === "", detail });
}
