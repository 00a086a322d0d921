// Firefox and WebKit over the W3C's WebDriver protocol: just what the tests use of it.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const SHADOW = "shadow-6066-11e4-a52e-4f735466cecf";

/** The keys that have no character of their own. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Alt: "\uE00A",
  Escape: "\uE00C",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
};

const here = (command) => spawnSync("which", [command]).status === 0;

/** Debian's small browser around WebKitGTK, which is no command of its own. */
function miniBrowser() {
  const folders = readdirSync("/usr/lib").flatMap((machine) => ["4.1", "4.0"].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}`));
  return folders.map((folder) => `${folder}/MiniBrowser`).find(existsSync);
}

/**
 * The engines beside Chromium: whether they are here, how their drivers are started, and what those are told. Both show
 * two device px in a CSS px. Firefox takes preferences of its reader; WebKitGTK knows none that a page could see.
 */
export const engines = {
  Firefox: {
    needs: "firefox or geckodriver",
    here: () => here("firefox") && here("geckodriver"),
    prints: true,
    driver: (port) => ["geckodriver", "--host", "127.0.0.1", "--port", port, "--log", "error"],
    capabilities: (prefs) => ({ "moz:firefoxOptions": { args: ["-headless"], prefs: { "layout.css.devPixelsPerPx": "2", ...prefs } } }),
  },
  WebKit: {
    needs: "WebKitWebDriver, its MiniBrowser or Xvfb",
    here: () => here("WebKitWebDriver") && here("Xvfb") && Boolean(miniBrowser()),
    // It does not do without a screen.
    screen: true,
    driver: (port) => ["WebKitWebDriver", "--host=127.0.0.1", `--port=${port}`],
    capabilities: () => ({ "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } }),
  },
};

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A screen that nobody sees; resolves to its process and its name. */
async function showScreen() {
  const xvfb = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "2800x2400x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(xvfb.stdio[3], "data");
  return { xvfb, screen: { DISPLAY: `:${String(number).trim()}`, GDK_SCALE: "2" } };
}

/**
 * Starts an engine, with preferences of its reader. What it gives is one window, to be driven as a reader would; `close`
 * ends all that was started.
 */
export async function start(engine, preferences = {}) {
  const started = [];
  const env = { ...process.env };
  if (engine.screen) {
    const { xvfb, screen } = await showScreen();
    started.push(xvfb);
    Object.assign(env, screen);
  }
  const port = String(await freePort());
  const [command, ...args] = engine.driver(port);
  started.unshift(spawn(command, args, { env, stdio: "ignore" }));

  let path = `http://127.0.0.1:${port}`;
  async function ask(method, command, body) {
    const sent = method === "POST" ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) } : {};
    const response = await fetch(path + command, { method, ...sent });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${command}: ${value.error}: ${value.message}`);
    return value;
  }
  const end = async () => {
    for (const child of started) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, "exit");
    }
  };

  try {
    for (let tries = 0; ; tries++) {
      const ready = await ask("GET", "/status").catch(() => {});
      if (ready) break;
      if (tries === 100) throw new Error(`${command} does not answer`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: engine.capabilities(preferences) } });
    path += `/session/${sessionId}`;
  } catch (error) {
    await end();
    throw error;
  }

  const key = (type, value) => ({ type, value: KEYS[value] ?? value });
  return {
    open: (url) => ask("POST", "/url", { url }),
    resize: (width, height) => ask("POST", "/window/rect", { x: 0, y: 0, width, height }),
    /** Runs a function in the page; what it is given and what it returns goes through JSON, elements as they are. */
    run: (code, ...args) => ask("POST", "/execute/sync", { script: `return (${code})(...arguments)`, args }),
    /** The same for one that ends later. */
    async wait(code, ...args) {
      const script = `
        const [done, ...given] = [...arguments].reverse();
        (${code})(...given.reverse()).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await ask("POST", "/execute/async", { script, args });
      if (error) throw new Error(error);
      return value;
    },
    /** An element inside the shadow root of the page's first goal. */
    async inside(selector) {
      const host = await ask("POST", "/element", { using: "css selector", value: "goal-post" });
      const root = await ask("GET", `/element/${host[ELEMENT]}/shadow`);
      return ask("POST", `/shadow/${root[SHADOW]}/element`, { using: "css selector", value: selector });
    },
    /** What the browser's own accessibility says of an element: its role and its name. */
    role: (element) => ask("GET", `/element/${element[ELEMENT]}/computedrole`),
    label: (element) => ask("GET", `/element/${element[ELEMENT]}/computedlabel`),
    print: async () => Buffer.from(await ask("POST", "/print"), "base64"),
    /** Presses a key, with others held: press("Shift", "Tab"). */
    press: (...keys) =>
      ask("POST", "/actions", {
        actions: [
          {
            type: "key",
            id: "keys",
            actions: [...keys.map((value) => key("keyDown", value)), ...keys.toReversed().map((value) => key("keyUp", value))],
          },
        ],
      }),
    /** Moves the mouse to a point of the window. */
    move: (x, y) =>
      ask("POST", "/actions", {
        actions: [
          {
            type: "pointer",
            id: "mouse",
            parameters: { pointerType: "mouse" },
            actions: [{ type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) }],
          },
        ],
      }),
    async close() {
      await ask("DELETE", "").catch(() => {});
      await end();
    },
  };
}
