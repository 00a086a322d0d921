// Starts Firefox and WebKit for tests, with selenium-webdriver and the installed drivers.
//
// We start both and pass their addresses, so that Selenium does not look for a driver: it would download one.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { Builder, Capabilities } from "selenium-webdriver";
import { DriverService } from "selenium-webdriver/remote/index.js";

/** @import { WebDriver } from "selenium-webdriver" */

/**
 * @typedef {object} Engine an engine besides Chromium. Both have two device px per CSS px.
 * @property {Record<string, string | undefined>} programs the programs it needs, each with its path if installed
 * @property {string} driver the program that is its WebDriver
 * @property {string[]} args the arguments of the driver
 * @property {boolean} needsScreen
 * @property {boolean} prints
 * @property {(preferences: Record<string, unknown>) => object} capabilities
 */

/** The path of a command. @param {string} command */
function find(command) {
  const { status, stdout } = spawnSync("which", [command], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Debian's small browser for WebKitGTK, which is not on the PATH. */
function findMiniBrowser() {
  const versions = ["webkit2gtk-4.1", "webkit2gtk-4.0"];
  const folders = readdirSync("/usr/lib").flatMap((machine) =>
    versions.map((version) => `/usr/lib/${machine}/${version}`),
  );
  return folders.map((folder) => `${folder}/MiniBrowser`).find(existsSync);
}

/** @returns {Engine} */
function firefox() {
  return {
    programs: { firefox: find("firefox"), geckodriver: find("geckodriver") },
    driver: "geckodriver",
    args: ["--log", "error"],
    needsScreen: false,
    prints: true,
    capabilities: (preferences) => ({
      browserName: "firefox",
      "moz:firefoxOptions": { args: ["-headless"], prefs: { "layout.css.devPixelsPerPx": "2", ...preferences } },
    }),
  };
}

/** Has no preferences that a page could see. @returns {Engine} */
function webkit() {
  const programs = { WebKitWebDriver: find("WebKitWebDriver"), MiniBrowser: findMiniBrowser(), Xvfb: find("Xvfb") };
  return {
    programs,
    driver: "WebKitWebDriver",
    args: [],
    needsScreen: true,
    prints: false,
    capabilities: () => ({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: programs.MiniBrowser, args: ["--automation"] },
    }),
  };
}

export const engines = { Firefox: firefox(), WebKit: webkit() };

/** Why an engine cannot be tested here; undefined if it can. @param {Engine} engine */
export function missing({ programs }) {
  const gone = Object.keys(programs).filter((name) => !programs[name]);
  return gone.length > 0 ? `${gone.join(" and ")} not installed` : undefined;
}

/** Starts a virtual screen; resolves to its process and to the environment of programs that draw on it. */
async function showScreen() {
  const args = ["-displayfd", "3", "-screen", "0", "2800x2400x24", "-nolisten", "tcp"];
  const screen = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(/** @type {import("node:stream").Readable} */ (screen.stdio[3]), "data");
  return { screen, variables: { DISPLAY: `:${String(number).trim()}`, GDK_SCALE: "2" } };
}

/** Ends one of our processes, and waits until it has ended. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}

/**
 * Starts an engine with a reader's preferences. `close` ends everything that was started.
 * @param {Engine} engine
 * @param {Record<string, unknown>} preferences
 * @returns {Promise<{ driver: WebDriver, close: () => Promise<void> }>}
 */
export async function start(engine, preferences = {}) {
  const { screen, variables } = engine.needsScreen ? await showScreen() : {};
  const service = new DriverService.Builder(engine.programs[engine.driver])
    .setHostname("127.0.0.1")
    .setEnvironment({ ...process.env, ...variables })
    .addArguments("--host=127.0.0.1", ...engine.args)
    .build();
  /** @type {WebDriver | undefined} */
  let driver;
  const close = async () => {
    // A browser that has crashed has no session to end.
    await driver?.quit().catch(() => {});
    await service.kill();
    if (screen) await end(screen);
  };
  try {
    const capabilities = new Capabilities(engine.capabilities(preferences));
    const url = await service.start();
    driver = await new Builder().disableEnvironmentOverrides().usingServer(url).withCapabilities(capabilities).build();
    return { driver, close };
  } catch (error) {
    await close();
    throw error;
  }
}
