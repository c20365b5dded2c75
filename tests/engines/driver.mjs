// Firefox and WebKitGTK, driven by the commands of WebDriver. Firefox is spoken to directly, by the protocol that
// geckodriver speaks to it (Marionette: JSON over a socket); WebKit by its own driver, over HTTP.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const elementKey = "element-6066-11e4-a52e-4f735466cecf";
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The first of these programs that is there. A snap isn't: it has a /tmp of its own, and so can't see a profile. */
const found = (...names) =>
  names.find((name) => {
    const path = spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" }).stdout.trim();
    if (!path) return false;
    const real = realpathSync(path);
    const start = readFileSync(real).subarray(0, 4096).toString("latin1");
    return !/\/snap(\/|$)/.test(real) && !(start.startsWith("#!") && start.includes("/snap/"));
  });

/** Tries until it gives something, for so many milliseconds. @throws the last fault, or what was waited for. */
export async function until(what, attempt, time = 10_000) {
  const end = Date.now() + time;
  let fault = new Error(`in vain: ${what}`);
  do {
    try {
      const value = await attempt();
      if (value) return value;
    } catch (reason) {
      fault = new Error(`in vain: ${what} (${reason.message})`);
    }
    await pause(50);
  } while (Date.now() < end);
  throw fault;
}

/** A program of our own, and those that it starts; ended together. */
function start(command, words, env = {}) {
  const child = spawn(command, words, {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, ...env },
  });
  const failed = new Promise((_, reject) => child.on("error", reject));
  failed.catch(() => undefined);
  return {
    failed,
    end: () => {
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        /* it has ended */
      }
    },
  };
}

/** What a visitor does, of whatever a browser understands. `send(command, parameters)` gives its value. */
function browser(name, send, end) {
  const run = (script, ...args) => send("execute", { script: `return (${script})(...arguments)`, args });
  const element = (selector) => send("find", { using: "css selector", value: selector });
  return {
    name,
    end,
    open: (url) => send("open", { url }),
    reload: () => send("reload", {}),
    /** Runs a function there. It may return a promise. */
    run: async (body, ...args) => {
      const answer = await send("executeAsync", {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve((${body})(...[...arguments].slice(0, -1)))
            .then((value) => done({ value }), (reason) => done({ fault: String(reason) }));`,
        args,
      });
      if (answer.fault) throw new Error(answer.fault);
      return answer.value;
    },
    text: (selector) => run("(selector) => document.querySelector(selector)?.innerText ?? ''", selector),
    scrollTo: (selector) =>
      until(`a sight of ${selector}`, () =>
        run(
          `(selector) => {
            const there = document.querySelector(selector);
            there?.scrollIntoView({ block: "center", behavior: "instant" });
            return there !== null;
          }`,
          selector,
        ),
      ),
    async click(selector) {
      await until(`a click on ${selector}`, async () => {
        await send("click", { element: await element(selector) });
        return true;
      });
    },
    /** Instead of what stands in a field. */
    async type(selector, text) {
      const there = await element(selector);
      await send("clear", { element: there });
      await send("keys", { element: there, text });
    },
  };
}

async function firefox(profile) {
  const port = 20_000 + (process.pid % 20_000);
  // Only what starting without a window and without asking anybody takes.
  const wishes = {
    "marionette.port": port,
    "app.update.disabledForTesting": true,
    "browser.shell.checkDefaultBrowser": false,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "toolkit.telemetry.reportingpolicy.firstRun": false,
    "intl.accept_languages": "en-US",
  };
  writeFileSync(
    join(profile, "user.js"),
    Object.entries(wishes)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(""),
  );
  const program = start(
    found("firefox-esr", "firefox"),
    ["--headless", "--marionette", "--no-remote", "--profile", profile],
    {
      MOZ_CRASHREPORTER_DISABLE: "1",
      HOME: profile,
    },
  );
  try {
    const socket = await Promise.race([
      program.failed,
      until(
        "Firefox to listen",
        () =>
          new Promise((open, failed) => {
            const made = connect({ port, host: "127.0.0.1" }, () => open(made));
            made.once("error", failed);
          }),
        30_000,
      ),
    ]);
    // Each message is its length in bytes, a colon, and JSON: [1, id, fault, value] is an answer.
    let received = Buffer.alloc(0);
    const waiting = new Map();
    socket.on("data", (part) => {
      received = Buffer.concat([received, part]);
      for (;;) {
        const colon = received.indexOf(":");
        const length = Number(received.subarray(0, Math.max(0, colon)).toString());
        if (colon < 0 || received.length < colon + 1 + length) return;
        const message = JSON.parse(received.subarray(colon + 1, colon + 1 + length).toString());
        received = received.subarray(colon + 1 + length);
        if (!Array.isArray(message)) continue;
        const [, id, fault, value] = message;
        const { answer, refuse } = waiting.get(id) ?? {};
        waiting.delete(id);
        if (fault) refuse?.(new Error(`${fault.error}: ${fault.message}`));
        else answer?.(value);
      }
    });
    let last = 0;
    const ask = (command, parameters) =>
      new Promise((answer, refuse) => {
        const id = ++last;
        waiting.set(id, { answer, refuse });
        const text = JSON.stringify([0, id, command, parameters]);
        socket.write(`${Buffer.byteLength(text)}:${text}`);
      });
    await ask("WebDriver:NewSession", {});
    const commands = {
      open: "WebDriver:Navigate",
      reload: "WebDriver:Refresh",
      execute: "WebDriver:ExecuteScript",
      executeAsync: "WebDriver:ExecuteAsyncScript",
      find: "WebDriver:FindElement",
      click: "WebDriver:ElementClick",
      clear: "WebDriver:ElementClear",
      keys: "WebDriver:ElementSendKeys",
    };
    const send = async (command, { element, ...parameters }) => {
      const answer = await ask(commands[command], { ...parameters, ...(element && { id: element }) });
      const value = answer?.value ?? answer;
      return value?.[elementKey] ?? value;
    };
    return browser("Firefox", send, () => {
      socket.destroy();
      program.end();
    });
  } catch (reason) {
    program.end();
    throw reason;
  }
}

async function webkit(home) {
  const number = 100 + (process.pid % 400);
  const port = 40_000 + (process.pid % 20_000);
  const screen = start("Xvfb", [`:${number}`, "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
  let program;
  const end = () => {
    program?.end();
    screen.end();
  };
  try {
    await Promise.race([screen.failed, until("a screen", () => existsSync(`/tmp/.X11-unix/X${number}`))]);
    program = start("WebKitWebDriver", [`--port=${port}`], {
      DISPLAY: `:${number}`,
      HOME: home,
      XDG_DATA_HOME: join(home, "data"),
      XDG_CACHE_HOME: join(home, "cache"),
      // A system without a language: this engine then says that its is "c".
      LC_ALL: "C.UTF-8",
      LANGUAGE: "",
      // No graphics card, and nobody who reads the screen aloud.
      LIBGL_ALWAYS_SOFTWARE: "1",
      NO_AT_BRIDGE: "1",
    });
    const ask = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    await Promise.race([
      program.failed,
      until("WebKit's driver to listen", async () => (await ask("GET", "/status")).ready),
    ]);
    const { sessionId } = await ask("POST", "/session", { capabilities: {} });
    const commands = {
      open: "/url",
      reload: "/refresh",
      execute: "/execute/sync",
      executeAsync: "/execute/async",
      find: "/element",
      click: "/element/ID/click",
      clear: "/element/ID/clear",
      keys: "/element/ID/value",
    };
    const send = async (command, { element, ...parameters }) => {
      const path = commands[command].replace("ID", element);
      const value = await ask("POST", `/session/${sessionId}${path}`, parameters);
      return value?.[elementKey] ?? value;
    };
    return browser("WebKit", send, async () => {
      await ask("DELETE", `/session/${sessionId}`).catch(() => undefined);
      end();
    });
  } catch (reason) {
    end();
    throw reason;
  }
}

/** By the names for the log: what a machine needs for each, and how it is started in a folder of its own. */
export const engines = {
  Firefox: { isThere: () => Boolean(found("firefox-esr", "firefox")), start: firefox },
  WebKit: { isThere: () => Boolean(found("WebKitWebDriver") && found("Xvfb")), start: webkit },
};

/** A fresh browser for `use`, gone afterwards. */
export async function within(engine, use) {
  const home = mkdtempSync(join(tmpdir(), "fivecars-engine-"));
  let started;
  try {
    started = await engine.start(home);
    await use(started);
  } finally {
    await started?.end();
    await pause(100);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}
