// What the page's server says is to be tried -> reports to that server, each of which the page shows too.

import { closed } from "./closed.mjs";
import { errors } from "./errors.mjs";
import { asking, connect } from "./mock.mjs";
import { operations } from "./operations.mjs";

const tell = (path, body) => fetch(path, { method: "POST", body });

async function report(report) {
  const line = document.createElement("li");
  const { operation, input, error, ok, detail } = report;
  line.textContent = [operation ?? report.case, error ?? input, ok ? "ok" : detail].join(" ");
  document.querySelector("ol").append(line);
  await tell("/report", JSON.stringify(report));
}

try {
  const { what, endpoint } = await (await fetch("/task")).json();
  // what the mock itself has to tell comes through the page's server: pages of other origins may not read it
  await { operations, errors, closed }[what](connect(endpoint), asking(""), report);
  await tell("/end", "");
} catch (problem) {
  await tell("/end", `${problem.stack}`);
}
