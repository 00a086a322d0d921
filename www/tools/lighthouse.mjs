// Measures the accessibility of the demo's posts with Lighthouse: npm run lighthouse, after a build.
//
// It is not part of `make test`: with its dependencies it takes 185 MB, so npx fetches it at each run.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { serve } from "./serve.mjs";
import { base, buildSite } from "./site.mjs";

const POSTS = ["2019/goal-jam/", "2019/phantom-traffic-jam/"];
const LIGHTHOUSE = "lighthouse@12.8.2";
const OPTIONS = [
  "--only-categories=accessibility",
  "--output=json",
  "--quiet",
  "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
];

const server = await serve(buildSite(), { base });
try {
  for (const post of POSTS) {
    const env = { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" };
    const { stdout } = await promisify(execFile)("npx", ["--yes", LIGHTHOUSE, server.url + post, ...OPTIONS], {
      env,
      maxBuffer: 2 ** 28,
    });
    const { categories, audits } = JSON.parse(stdout);
    const score = Math.round(categories.accessibility.score * 100);
    console.log(`${post}: accessibility ${score}`);
    for (const { id, title } of Object.values(audits).filter(({ score }) => score === 0))
      console.log(`  ${id}: ${title}`);
    if (score < 100) process.exitCode = 1;
  }
} finally {
  await server.close();
}
