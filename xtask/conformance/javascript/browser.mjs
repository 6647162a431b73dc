// What to try and the endpoint of a mock -> one JSON line a report, as run.mjs prints them, but of a page in Chromium.
//
//     node browser.mjs operations|errors|closed ENDPOINT
//
// The page comes from a server of another port, and so of another origin than the mock: the browser asks the mock
// whether it may send a request, and passes on only what the mock shares. Nothing turns that off.

import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const [what, endpoint] = process.argv.slice(2);
const room = (name) => fileURLToPath(new URL(name, import.meta.url));

const bundle = await build({
  entryPoints: [room("page.mjs")],
  bundle: true,
  format: "esm",
  target: "es2022",
  write: false,
  logLevel: "error",
});
const HTML = '<!doctype html><title>Conformance</title><ol></ol><script type="module" src="/page.js"></script>';

/** What the page is answered: type and text. */
async function answer(method, path, body) {
  switch (`${method} ${path}`) {
    case "GET /":
      return ["text/html", HTML];
    case "GET /page.js":
      return ["text/javascript", bundle.outputFiles[0].text];
    case "GET /task":
      return ["application/json", JSON.stringify({ what, endpoint })];
    case "POST /report":
      console.log(body);
      return ["text/plain", ""];
    case "POST /end":
      finish(body);
      return ["text/plain", ""];
  }
}

/** What the mock itself is asked, passed on. */
async function passOn(method, path, body, response) {
  const answer = await fetch(endpoint + path, { method, body: body === "" ? undefined : body });
  response.writeHead(answer.status).end(await answer.text());
}

const server = createServer(async (request, response) => {
  const { method, url } = request;
  const body = await text(request);
  if (url.startsWith("/_mock/")) {
    return passOn(method, url, body, response);
  }
  const [type, content] = (await answer(method, url, body)) ?? [];
  response.writeHead(type === undefined ? 404 : 200, { "content-type": type ?? "text/plain" }).end(content);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const profile = room("profile");
rmSync(profile, { recursive: true, force: true });
const chromium = spawn(
  "chromium",
  [
    "--headless=new",
    // it ends when the pipe does, and so never outlives this process
    "--remote-debugging-pipe",
    // the sandbox refuses to start for root
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    `--user-data-dir=${profile}`,
    `http://127.0.0.1:${server.address().port}/`,
  ],
  { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] },
);
let said = "";
chromium.stderr.setEncoding("utf8").on("data", (text) => (said += text));
let done = false;

/** The page is at its end, with a problem or an empty text. */
function finish(problem) {
  done = true;
  if (problem !== "") {
    console.error(problem);
    process.exitCode = 1;
  }
  chromium.stdio[3].end();
}

chromium.on("error", (problem) => (said += `${problem}\n`));
chromium.on("close", () => {
  if (!done) {
    console.error(`chromium ended before the page did\n${said}`);
    process.exitCode = 1;
  }
  server.close();
  server.closeAllConnections();
  rmSync(profile, { recursive: true, force: true });
});
