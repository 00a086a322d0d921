// Compiles the crate to WebAssembly, with the glue that wasm-bindgen writes for it.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { at, top } from "./paths.mjs";

/** A quarter of the default. The core has no deep recursion, and every page would reserve the rest. */
const STACK = "-Clink-arg=-zstack-size=262144";

/**
 * Compiles the crate. Afterwards the folder contains `core.js` and `core_bg.wasm`.
 * @param {string} folder
 * @param {{ features?: string[] }} [options]
 */
export function compile(folder, { features = [] } = {}) {
  const { args, flags, target } = forSize();
  const env = {
    ...process.env,
    ...(args.length > 0 && { RUSTC_BOOTSTRAP: "1" }),
    RUSTFLAGS: [...flags, STACK].join(" "),
    CARGO_TARGET_DIR: target,
    PATH: [at(".tools/bin"), process.env.PATH].join(delimiter),
  };
  const output = ["--target", "web", "--out-dir", folder, "--out-name", "core", "--no-pack", "--no-typescript"];
  const chosen = features.length > 0 ? ["--features", features.join(",")] : [];
  const all = ["build", ".", "--release", ...output, "--", ...chosen, ...args];
  execFileSync("wasm-pack", all, { cwd: top, stdio: "inherit", env });
}

/**
 * Rebuilds the standard library for size, and lets a panic end the instance without a message: a fifth
 * fewer bytes to download. This needs the library's source and unstable flags. Without the source, the
 * precompiled library is used.
 */
function forSize() {
  const sysroot = execFileSync("rustc", ["--print", "sysroot"], { cwd: top, encoding: "utf8" }).trim();
  if (!existsSync(join(sysroot, "lib/rustlib/src/rust/library/std/Cargo.toml"))) {
    console.log("The module is built with the standard library as it comes. Install rust-src for a smaller one.");
    return { args: [], flags: [], target: at("target/stable") };
  }
  return {
    args: ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"],
    flags: ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"],
    target: at("target/small"),
  };
}
