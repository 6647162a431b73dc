// A client and its mock -> a report an operation and input: whether they understand each other.
//
// The mock says what can be sent and what it answers. All of it goes through the ordinary commands of the client, and
// where there is none yet, through one that is made of the same parts.

import * as sdk from "@aws-sdk/client-cognito-identity-provider";
import { getEndpointPlugin } from "@smithy/core/endpoints";

import { check } from "./mock.mjs";

/** The places of timestamps and blobs, such as `output.Items[].Bytes`, as a tree by `.output`, `.Items`, `[]`, `.Bytes`. */
function tree({ timestamps, blobs }) {
  const root = new Map();
  const plant = (kind) => (path) => {
    let node = root;
    for (const step of `.${path}`.match(/\.[^.[\]{}]+|\[\]|\{\}/g)) {
      if (!node.has(step)) {
        node.set(step, new Map());
      }
      node = node.get(step);
    }
    node.kind = kind;
  };
  timestamps.forEach(plant("timestamp"));
  blobs.forEach(plant("blob"));
  return root;
}

/** A value of the wire as the client takes and returns it. */
function native(value, node) {
  if (node === undefined) {
    return value;
  }
  if (node.kind === "timestamp") {
    return new Date(Math.round(value * 1000));
  }
  if (node.kind === "blob") {
    return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
  }
  if (Array.isArray(value)) {
    return value.map((item) => native(item, node.get("[]")));
  }
  // a node of a map has no other steps
  const step = (name) => node.get("{}") ?? node.get(`.${name}`);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, native(member, step(name))]));
}

const isPlain = (value) => Object.prototype.toString.call(value) === "[object Object]";

/** What is missing, what is too much, and what is another value. */
function differences(found, wanted, path) {
  if (Array.isArray(found) && Array.isArray(wanted) && found.length === wanted.length) {
    return wanted.flatMap((item, index) => differences(found[index], item, `${path}[${index}]`));
  }
  if (isPlain(found) && isPlain(wanted)) {
    const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    return [...names].flatMap((name) => differences(found[name], wanted[name], `${path}.${name}`));
  }
  return comparable(found) === comparable(wanted) ? [] : [`${path} is ${comparable(found)}, not ${comparable(wanted)}`];
}

/** A text that is the same only for equal values of one kind. */
function comparable(value) {
  if (value instanceof Date) {
    return `Date ${value.getTime()}`;
  }
  if (value instanceof Uint8Array) {
    return `bytes ${btoa(String.fromCharCode(...value))}`;
  }
  return value === undefined ? "unset" : JSON.stringify(value);
}

function same(found, wanted, path) {
  const problems = differences(found, wanted, path);
  check(problems.length === 0, problems.join("\n"));
}

/** An operation that the client has: what all have in common is taken from it. */
const { ListUsers$: known, ListUsersCommand: Known } = sdk;

/**
 * The schema of a value as the client's own tables have it, from a sample that has every member. Timestamps, blobs and
 * maps look like other values in a sample: an operation that has them fails, until the client knows it.
 */
function schema(value, name) {
  if (Array.isArray(value)) {
    return [1, known[1], `${name}List`, 0, schema(value[0], name)];
  }
  if (isPlain(value)) {
    const members = Object.keys(value);
    return [3, known[1], name, 0, members, members.map((member) => schema(value[member], member))];
  }
  return { string: 0, number: 1, boolean: 2 }[typeof value];
}

/** A command made as the client makes its own, for an operation that it has none for. */
function make({ name, input, output }) {
  const shapes = [schema(input?.maximal ?? {}, `${name}Request`), schema(output ?? {}, `${name}Response`)];
  return sdk.$Command
    .classBuilder()
    .ep(Known.getEndpointParameterInstructions())
    .m((Command, _, config) => [getEndpointPlugin(config, Command.getEndpointParameterInstructions())])
    .s("AWSCognitoIdentityProviderService", name)
    .n("CognitoIdentityProviderClient", `${name}Command`)
    .sc([9, known[1], name, 0, ...shapes.map((shape) => () => shape)])
    .build();
}

/** The command that sends an input of the wire. */
export function command(sample, given) {
  const Command = sdk[`${sample.name}Command`] ?? make(sample);
  return new Command(native(given ?? {}, tree(sample).get(".input")));
}

/** Sends an input as the client does, and looks at what arrives on either side. */
async function exchange(client, ask, sample, given) {
  const { name } = sample;
  await ask("DELETE", "/_mock/requests");
  const { $metadata, ...output } = await client.send(command(sample, given));
  check($metadata.httpStatusCode === 200, `the HTTP status is ${$metadata.httpStatusCode}`);
  const requests = await ask("GET", "/_mock/requests");
  const operations = requests.map(({ operation }) => operation);
  same(operations, [name], "operations received");
  same(requests[0].requestId, $metadata.requestId, "request id");
  same(requests[0].input, given ?? {}, "input received");
  same(output, native(sample.output ?? {}, tree(sample).get(".output")), "output");
}

/** Calls every operation, with the least and the most of input. */
export async function operations(client, ask, report) {
  const { operations } = await ask("GET", "/_mock/samples");
  for (const sample of operations) {
    const inputs = sample.input ?? { minimal: undefined, maximal: undefined };
    for (const [input, given] of Object.entries(inputs)) {
      // an empty text stands for the whole operation
      const made = !(`${sample.name}Command` in sdk);
      const lacks = made ? [""] : [];
      let detail = "";
      try {
        check(given !== null, "the mock found no such input");
        await exchange(client, ask, sample, given);
      } catch (error) {
        // whatever it is, it is this exchange's failure, and the next one still runs
        detail = `${error.name}: ${error.message}`;
      }
      await report({ operation: sample.name, input, ok: detail === "", detail, lacks, made });
    }
  }
}
