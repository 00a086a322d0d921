// The command line, called as its users call it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { PNG } from "pngjs";
import { embeds } from "../../www/npm/cli/markdown.js";
import { reporter } from "../../www/npm/cli/reporter.js";
import { at, open, project } from "./workshop.mjs";

before(open);

const real = readFileSync(new URL("../fixtures/goals/kubernetes.json", import.meta.url), "utf8");

/** Runs the installed command in a folder of these files. */
function goalpost(args, files = {}, input = "") {
  const cwd = project("cli", files);
  const { status, stdout, stderr } = spawnSync(at("node_modules/goalpost/cli/main.js"), args, {
    cwd,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr, path: (name) => join(cwd, name) };
}

test("it prints its help and its version", () => {
  assert.equal(goalpost(["help"]).status, 0);
  assert.equal(goalpost([]).status, 2);
  assert.match(goalpost(["--version"]).stdout, /^\d+\.\d+\.\d+\n$/);
  const odd = goalpost(["draw"]);
  assert.deepEqual([odd.status, odd.stderr], [2, 'goalpost: there is no command "draw"; goalpost help lists them\n']);
  assert.match(goalpost(["render", "x.json", "--colour", "red"]).stderr, /Unknown option '--colour'/);
});

test("render writes SVG, HTML and PNG", () => {
  const svg = goalpost(["render", "goal.json"], { "goal.json": real });
  assert.deepEqual([svg.status, svg.stderr], [0, ""]);
  assert.match(svg.stdout, /^<svg [^>]*viewBox="0 0 640 360"[^>]*><title>쿠버네티스[^<]*83\.3%/);
  assert.equal(goalpost(["render", "-"], {}, real).stdout, svg.stdout, "from standard input as from a file");

  const narrow = goalpost(["render", "goal.json", "--width", "300", "--theme", "dark", "-o", "goal.svg"], {
    "goal.json": real,
  });
  assert.match(readFileSync(narrow.path("goal.svg"), "utf8"), /viewBox="0 0 300 400".*#15181c/is);

  const html = goalpost(["render", "goal.json", "--output", "goal.html", "--lang", "en"], { "goal.json": real });
  assert.match(
    readFileSync(html.path("goal.html"), "utf8"),
    /^<figure class="goalpost-still" lang="en">[\s\S]*<th scope="col">Carried over \(강\)<\/th>/,
  );

  const png = goalpost(["render", "goal.json", "-o", "goal.png", "--scale", "1.5"], { "goal.json": real });
  assert.deepEqual([png.status, png.stderr], [0, ""]);
  const { width, height, data } = PNG.sync.read(readFileSync(png.path("goal.png")));
  assert.deepEqual([width, height], [960, 540]);
  const colours = new Set(Array.from({ length: width * height }, (_, pixel) => data.readUInt32BE(pixel * 4)));
  assert.ok(colours.has(0xffffffff) && colours.has(0x0b6fa8ff), "ground and columns have the light theme's colours");
});

test("render reports errors, and writes nothing", () => {
  const wrong = goalpost(["render", "goal.json", "-o", "goal.svg"], { "goal.json": '{ "plannd": [1] }' });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^goal\.json:1: plannd: unknown field, did you mean "planned"\?/);
  assert.ok(!existsSync(wrong.path("goal.svg")));
  assert.deepEqual(goalpost(["render", "gone.json"]).stderr, "goalpost: gone.json: there is no such file\n");
  for (const args of [
    ["--width", "9"],
    ["-o", "goal.gif"],
    ["--scale", "x"],
  ]) {
    assert.equal(goalpost(["render", "goal.json", ...args], { "goal.json": real }).status, 2, args.join(" "));
  }
});

const posts = {
  "_config.yml": "lang: ko\n",
  "_data/goals/study.json": '{ "planned": [1], "done": ["x"] }',
  "_posts/2024-01-01-good.md":
    '---\ntitle: Good\n---\n\n```goalpost\n{ "planned": [3] }\n```\n\n' +
    "````markdown\n```goalpost\nnot a goal, but how to write one\n```\n````\n",
  "_posts/2024-01-02-bad.md":
    '---\nlang: ko\n---\n\n```goalpost\n{\n  "planned": [3,]\n}\n```\n\n' +
    '<script type="application/json" data-goalpost>\n{ "planned": [3], "dne": [1] }\n</script>\n\n' +
    "<!-- <goal-post></goal-post> -->\n" +
    "{% include goalpost.html goal=site.data.goals.study %}\n{% include goalpost.html goal=page.goal %}\n",
  "_posts/2024-01-03-file.md":
    '<goal-post src="goal.json" lang="en"></goal-post>\r\n\r\n' +
    '<goal-post>\r\n<script type="application/json">{ "planned": [] }</script>\r\n</goal-post>\r\n',
  "_posts/goal.json": '{ "planned": [2], "done": [1], "stated": 20 }',
};

test("check finds the goals in a blog's posts and reports their errors with places", () => {
  const { status, stdout, stderr } = goalpost(["check", "_posts"], posts);
  const lines = stdout.trim().split("\n");
  assert.equal(stderr, "");
  /** @type {[RegExp, string][]} */
  const expected = [
    [/^_posts\/2024-01-02-bad\.md:7:16: JSON이 아닙니다/, "in the post's language, at the line of the post"],
    [/^_posts\/2024-01-02-bad\.md:12: dne: .*"done"/, "in a script, at the line of the key"],
    [/^_data\/goals\/study\.json:1: done\[0\]: /, "in the data of an include"],
    [/^_posts\/2024-01-02-bad\.md:17: there is no page\.goal in the front matter$/, "a name that is not there"],
    [/^_posts\/goal\.json:1: stated: warning: 20% is stated/, "a warning, in the element's language"],
    [/^_posts\/2024-01-03-file\.md:4: planned: /, "in an element"],
    [/^7 goals checked, 5 with problems$/, "the sum"],
  ];
  assert.equal(lines.length, expected.length, stdout);
  for (const [at, [pattern, what]] of expected.entries()) assert.match(lines[at], pattern, what);
  assert.equal(status, 1);
});

test("check succeeds if all goals are good, and reports what it did", () => {
  const one = goalpost(["check", "goal.json", "post.md"], {
    "goal.json": real,
    "post.md": '~~~ goalpost\n{ "planned": [1] }\n~~~\n',
  });
  assert.deepEqual([one.status, one.stdout, one.stderr], [0, "2 goals checked, 0 with problems\n", ""]);
  assert.deepEqual(goalpost(["check", "gone"]).stderr, "goalpost: gone: there is no such file or folder\n");
  assert.equal(goalpost(["check"]).status, 2);
});

test("every way of embedding is found at its line, and nothing else is", () => {
  const lines = (text) =>
    embeds(text).goals.map(({ line, first, json, src, from }) => [line, first, (json ?? src ?? from).trim()]);
  assert.deepEqual(lines("a\n\n   ```goalpost\n   {}\n   ```\n"), [[3, 4, "{}"]]);
  assert.deepEqual(lines("``` {.goalpost #x}\n{}\n```"), [[1, 2, "{}"]]);
  assert.deepEqual(lines("~~~~goalpost\n```\n~~~~\n"), [[1, 2, "```"]]);
  assert.deepEqual(lines("```goalpost\n{}"), [[1, 2, "{}"]]);
  assert.deepEqual(lines("```js\ngoalpost\n```\n`goalpost`\n```goalposts\n{}\n```"), []);
  assert.deepEqual(lines("<script data-goalpost\n type='application/json'>\n{}</script>"), [[1, 2, "{}"]]);
  assert.deepEqual(lines("<script type='application/json'>{}</script><script src=goalpost.js></script>"), []);
  assert.deepEqual(
    lines('<div><goal-post view=burnup>\n<p>x</p>\n<script type="application/json">\n{}</script></goal-post>'),
    [[1, 3, "{}"]],
  );
  assert.deepEqual(lines("<goal-post src=a.json></goal-post><goal-post from='#goals'></goal-post>"), [
    [1, undefined, "a.json"],
    [1, undefined, "#goals"],
  ]);
  assert.deepEqual(lines("<!--\n<goal-post src=a.json></goal-post>\n-->\n<goal-post src=b.json></goal-post>"), [
    [4, undefined, "b.json"],
  ]);
});

test("a long run reports its progress, a short one does not", () => {
  const run = (total, msEach, isTTY) => {
    let now = 0;
    let said = "";
    const report = reporter(total, { isTTY, write: (text) => (said += text) }, () => now);
    for (let done = 0; done <= total; done++) {
      report(done);
      now += msEach;
    }
    return said;
  };
  assert.equal(run(400, 2, false), "");
  assert.equal(run(500, 5, false), "200 of 500 files\n400 of 500 files\n");
  assert.equal(run(500, 5, true), "\r200 of 500 files\r400 of 500 files\r\x1b[K");
});

const CSV = `\ufeff제목,주차,수강 완료,분류,URL
"Pod, Service",1주차,Yes,Object,https://example.com/pod
"여러 줄의
""제목""",2주차,No,Object,
Volume,1주차,Yes,,
Deployment,4주차,No,Controller,
`;

test("a table exported from Notion becomes a goal, with notes on how it was read", () => {
  const options = ["-o", "goal.json", "--name", "쿠버네티스", "--unit", "강의", "--lang", "ko"];
  const { status, stdout, stderr, path } = goalpost(["import", "notion.csv", ...options], { "notion.csv": CSV });
  assert.deepEqual([status, stdout], [0, ""]);
  assert.deepEqual(stderr.trimEnd().split("\n"), [
    "notion.csv: 4행, 구분 기호 쉼표, UTF-8",
    'notion.csv: "주차": 주의 이름 3개, 번호순: "1주차", "2주차", "4주차"',
    'notion.csv: "제목": 제목',
    'notion.csv: "분류": 분류',
    'notion.csv: "URL": 링크',
    'notion.csv: "수강 완료": 완료 여부 (Yes = 완료; No = 미완료)',
  ]);
  const goal = JSON.parse(readFileSync(path("goal.json"), "utf8"));
  assert.deepEqual(goal, {
    title: "쿠버네티스",
    lang: "ko",
    unit: "강의",
    weeks: [{ label: "1주차" }, { label: "2주차" }, { label: "4주차" }],
    tasks: [
      { title: "Pod, Service", week: 1, done: true, group: "Object", link: "https://example.com/pod" },
      { title: "Volume", week: 1, done: true },
      { title: '여러 줄의\n"제목"', week: 2, done: false, group: "Object" },
      { title: "Deployment", week: 3, done: false, group: "Controller" },
    ],
  });
  assert.match(goalpost(["check", "-"], {}, JSON.stringify(goal)).stdout, /^1 goal checked, 0 with problems$/m);
});
