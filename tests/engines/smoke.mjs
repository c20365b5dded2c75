// The main journeys in Firefox and in a WebKit engine, where the machine has them: what the tests in Chromium can't
// know. Each journey goes on with the page as the one before left it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { handler } from "../../scripts/serve.mjs";
import { engines, until, within } from "./driver.mjs";

const handle = handler(fileURLToPath(new URL("../../dist", import.meta.url)));

/** A host for one browser, which can be switched off. */
async function serve() {
  const host = { site: "", isDown: false, close: () => undefined };
  const server = createServer((request, response) =>
    host.isDown ? request.socket.destroy() : handle(request, response),
  );
  await new Promise((listening) => server.listen(0, "localhost", listening));
  host.site = `http://localhost:${server.address().port}/`;
  host.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return host;
}

const plain = (text) =>
  text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ");
const sentence = async (page) => plain(await page.text(".lede"));
const total = async (page) => plain(await page.text(".total .amount"));
const says = (page, what) =>
  until(`the sentence to say “${what}”`, async () => (await sentence(page)).includes(what));

const linked = (scenario) => {
  const link = { scenario, view: { model: null, unit: "kg" }, data_version: "x", total: null };
  return `#1.${deflateRawSync(JSON.stringify(link)).toString("base64url")}`;
};

const journeys = {
  "shows a sum in a frame, and changes it, from one document": async (page, { site }) => {
    const shows = (what) =>
      until(`the frame to show ${what}`, async () => plain(await page.text(".total strong")).includes(what));
    await page.open(`${site}embed.html#model=bert-base&editable=hours`);
    await shows("652 kg");
    await page.type('input[name="hours"]', "158.4");
    await shows("1,300 kg");
    // In the sandbox of a post elsewhere: once it has drawn, it tells its height.
    const post = createServer((_, response) =>
      response.writeHead(200, { "Content-Type": "text/html" }).end(
        `<!doctype html><script>addEventListener("message", ({ data }) => (window.told = data.height))</script>
         <iframe sandbox="allow-scripts" width="600" height="300" src="${site}embed.html#model=bert-base"></iframe>`,
      ),
    );
    await new Promise((listening) => post.listen(0, "localhost", listening));
    await page.open(`http://localhost:${post.address().port}/`);
    await until("its height", () => page.run("() => window.told >= 400"));
    post.closeAllConnections();
    post.close();
  },

  "opens with the published sum, by its own calculator": async (page, { site }) => {
    await page.open(site);
    await until("the calculator", () => page.text("fc-change h2"));
    await says(page, "64 × V100 for 79.2 hours");
    await says(page, "emitted 652 kg CO₂e (about 415–930)");
    assert.equal(await page.run("() => document.querySelectorAll('.notice').length"), 0);
  },

  "calculates anew when hours are typed": async (page) => {
    const before = await total(page);
    await page.scrollTo("fc-change");
    await until("the form", () => page.text("fc-change form"));
    await page.scrollTo('fc-change [data-pointer$="/time/hours"] input');
    await page.type('fc-change [data-pointer$="/time/hours"] input', "158.4");
    await says(page, "158.4 hours");
    assert.notEqual(await total(page), before);
    await says(page, "emitted 1,300 kg CO₂e");
  },

  "keeps the sum in the address, over a reload": async (page) => {
    await until("the address", () => page.run("() => location.hash.startsWith('#1.')"));
    await page.reload();
    await says(page, "158.4 hours");
  },

  "shows the total in another unit": async (page) => {
    await page.scrollTo("fc-result .units");
    await page.click("fc-result .units label:nth-of-type(2)");
    await until("pounds", async () => / lb /.test(`${await total(page)} `));
  },

  "lets another model be chosen from the sentence": async (page) => {
    await page.scrollTo(".lede");
    await page.click('[data-slot="model"]');
    await page.click('dialog [data-id="architecture-search"]');
    await says(page, "274,120 hours");
  },

  "opens a link, and shows the work of it": async (page) => {
    const stages = [{ time: { hours: 1 }, power: { measured_w: 1000 } }];
    const scenario = { schema: "fivecars/scenario/1", stages, embodied: false };
    await page.run("(hash) => { location.hash = hash }", linked(scenario));
    await says(page, "at the world average emitted");
    await page.scrollTo("#work");
    await until("the steps", () => page.text("fc-work .steps li"));
    // What is fetched above pushes the rest down, but the page ends with what can be taken along.
    await until("the end of the page", () => page.text("fc-take footer"));
  },

  "works without a network": async (page, host) => {
    const kept = () =>
      page.run(`async () => {
        const registration = await navigator.serviceWorker?.getRegistration();
        return Boolean(registration?.active);
      }`);
    await until("the page to be kept", kept, 20_000);
    host.isDown = true;
    await page.open(`${host.site}?again`);
    await until("the calculator", () => page.text("fc-change h2"));
    await page.scrollTo("fc-change");
    await until("the form", () => page.text("fc-change form"));
    await page.open(`${host.site}sources.html`);
    assert.match(await page.text("h1"), /Sources/);
  },
};

const count = { passed: 0, failed: 0, skipped: 0 };

async function go(name, engine) {
  if (!engine.isThere()) {
    console.log(`not on this machine: ${name}`);
    count.skipped += Object.keys(journeys).length;
    return;
  }
  const host = await serve();
  let journey = "starts";
  try {
    await within(engine, async (page) => {
      for (const [next, travel] of Object.entries(journeys)) {
        journey = next;
        const begun = performance.now();
        await travel(page, host);
        console.log(`✔ ${name} ${journey} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
        count.passed += 1;
      }
      journey = "ends";
    });
  } catch (reason) {
    // The journeys after it can't be gone from here.
    console.log(`✖ ${name} ${journey}: ${reason.message}`);
    count.failed += 1;
  } finally {
    host.close();
  }
}

await Promise.all(Object.entries(engines).map(([name, engine]) => go(name, engine)));
const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
console.log(`${count.passed} passed, ${count.failed} failed${skipped}`);
process.exit(count.failed > 0 ? 1 : 0);
