// What to try and the endpoint of a mock -> one JSON line a report: whether the AWS SDK for JavaScript v3 and the mock
// understand each other.
//
//     node run.mjs operations|errors ENDPOINT
//
// `cargo xtask conformance` knows what must be reported, and what this version of the SDK lacks.

import { errors } from "./errors.mjs";
import { asking, connect } from "./mock.mjs";
import { operations } from "./operations.mjs";

const [what, endpoint] = process.argv.slice(2);
const client = connect(endpoint);
await { operations, errors }[what](client, asking(endpoint), (report) => console.log(JSON.stringify(report)));
// closes the connections that are kept for further requests, so that the process can end
client.destroy();
