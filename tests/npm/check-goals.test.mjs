// goalpost check and render find all goals: every form of fence, data and front matter, the names in Jekyll's includes,
// checklists. They report what they cannot check, and do not succeed then.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { embeds } from "../../www/npm/cli/markdown.js";
import { included, lookUp } from "../../www/npm/cli/liquid.js";
import { yaml } from "../../www/npm/cli/data.js";
import { goalpost } from "./command.mjs";

const GOOD = '{ "planned": [6, 8], "done": [6, 5] }';
/** The line of the problem identifies it. */
const BAD = '{ "planned": [6, 8],\n  "dne": [6, 9] }';

/** Checks all given files; returns the printed lines and the status. */
function checked(files, paths = Object.keys(files)) {
  const { status, stdout, stderr } = goalpost(["check", ...paths], files);
  assert.equal(stderr, "");
  return { status, lines: stdout.trimEnd().split("\n") };
}

const fences = {
  "39, Jekyll's tag": ["{% highlight goalpost %}\n", "\n{% endhighlight %}"],
  "39, Jekyll's tag with line numbers": ["{%- highlight goalpost linenos -%}\n", "\n{%- endhighlight -%}"],
  "39, in Liquid's raw": ["{% highlight goalpost %}\n{% raw %}", "{% endraw %}\n{% endhighlight %}"],
  "39, Hugo's shortcode": ['{{< highlight goalpost "linenos=table" >}}\n', "\n{{< /highlight >}}"],
  "39, Hexo's tag": ["{% codeblock lang:goalpost %}\n", "\n{% endcodeblock %}"],
  "kramdown's language below the block": ["~~~\n", "\n~~~\n{: .language-goalpost}"],
  "a fence with attributes": ["``` {.goalpost #k8s}\n", "\n```"],
  "a quoted fence": ["> ```goalpost\n> ", "\n> ```"],
  "HTML's own": ['<pre><code class="language-goalpost">', "</code></pre>"],
  "Rouge's": [
    '<div class="language-goalpost highlighter-rouge"><div class="highlight"><pre class="highlight"><code>',
    "</code></pre></div></div>",
  ],
  "Rouge's, with line numbers": [
    '<figure class="highlight"><pre><code class="language-goalpost" data-lang="goalpost"><table class="rouge-table">' +
      '<tbody><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>',
    "</pre></td></tr></tbody></table></code></pre></figure>",
  ],
  "a script": ['<script type="application/json" data-goalpost>', "</script>"],
  "an element": ['<goal-post view="burnup"><p>x</p>\n<script type="application/json">', "</script></goal-post>"],
};

for (const [name, [open, close]] of Object.entries(fences)) {
  test(`case ${name}: the goal is checked, and what is wrong with it has its line`, () => {
    const post = (goal) => `---\nlayout: post\nlang: en\n---\n\n${open}${goal}${close}\n`;
    const good = checked({ "post.md": post(GOOD) });
    assert.deepEqual([good.status, good.lines], [0, ["1 goal checked, 0 with problems"]]);
    const quoted = open.startsWith(">") ? BAD.replace("\n", "\n> ") : BAD;
    const bad = checked({ "post.md": post(quoted) });
    const line = 5 + open.split("\n").length + 1;
    const expected = `post.md:${line}: dne: unknown field, did you mean "done"?`;
    assert.deepEqual(
      [bad.status, bad.lines.map((line) => line.slice(0, expected.length))],
      [1, [expected, "1 goal checked, 1 with problems"]],
    );
  });
}

test("code, comments and script texts are no goals", () => {
  const found = (text) => embeds(text).goals.map(({ line }) => line);
  assert.deepEqual(found("`<goal-post src=a.json></goal-post>` and ``{% include x %}``\n"), []);
  assert.deepEqual(found("````markdown\n```goalpost\n{}\n```\n````\n"), []);
  assert.deepEqual(found("<!--\n```goalpost\n-->\n"), [2], "to Markdown, a fence is one there as well");
  assert.deepEqual(found("{% comment %}\n```goalpost\n{}\n```\n{% endcomment %}\n"), []);
  assert.deepEqual(found("<script>const x = '<goal-post></goal-post>';</script>\n"), []);
  assert.deepEqual(
    found(
      '<script type="application/json">{ "a": "`b`" }</script>\n' +
        '<goal-post>\n<script type="application/json">{ "a": "`b`" }</script></goal-post>',
    ),
    [2],
  );
  assert.equal(
    embeds('<script type="application/json" data-goalpost>{ "a": "`b`" }</script>').goals[0].json,
    '{ "a": "`b`" }',
  );
});

test("data: JSON and YAML, several goals in a file, CSV of weeks", () => {
  const files = {
    "one.yml": "title: A\nplanned: [1, 2]\ndone: [1, 2]\n",
    "several.json": `{ "a": ${GOOD}, "b": ${BAD} }`,
    "list.yaml": "- planned: [1]\n- weeks:\n    - label: x\n      plannd: 3\n",
    "weeks.csv": "label,date,planned,done\nWeek 1,2024-01-08,6,6\nWeek 2,2024-01-15,8,many\n",
    "tasks.csv": "title,week,done\nA,1,true\n",
  };
  const { status, lines } = checked(files);
  assert.equal(status, 1);
  assert.deepEqual(
    lines.map((line) => line.replace(/(: \w+[^:]*):? .*/, "$1")),
    [
      "several.json:2: dne",
      "list.yaml:4: weeks[0].plannd",
      "weeks.csv:3: weeks[1].done",
      "7 goals checked, 3 with problems",
    ],
  );
});

test("invalid YAML and unreadable files are reported as failures", () => {
  const broken = checked({ "a.yml": "title: A\nplanned: [1\n" });
  assert.equal(broken.status, 1);
  assert.match(broken.lines[0], /^a\.yml:\d+: this is not YAML: /);
  const toml = checked({ "goal.toml": "planned = [1]\n" });
  assert.deepEqual(
    [toml.status, toml.lines[0]],
    [1, "goal.toml:1: .toml is no form that is read here: JSON, YAML, CSV, Markdown and HTML are"],
  );
  const table = checked({ "a.csv": "Name,Week,Done\nA,1,Yes\n" });
  assert.match(table.lines[0], /^a\.csv:1: these columns are not those of weeks or tasks; .*goalpost import$/);
  assert.equal(table.status, 1);
});

test("finding no goal is a failure", () => {
  const { status, lines } = checked({ "post.md": "# Nothing here\n", "package.json": '{ "tasks": 1 }' }, ["."]);
  assert.deepEqual([status, lines], [1, ["0 goals checked, 0 with problems", "no goal was found in ."]]);
});

test("a folder: posts, and data that are goals; not what was built, nor hidden folders", () => {
  const files = {
    "_posts/a.md": `\`\`\`goalpost\n${GOOD}\n\`\`\`\n`,
    "_data/goal.yml": "planned: [1]\n",
    "_data/navigation.yml": "- title: Home\n  url: /\n",
    "_site/a.html": `<script data-goalpost>${BAD}</script>`,
    ".vscode/tasks.json": '{ "tasks": [{ "week": 1, "x": 2 }] }',
    "node_modules/x/goal.json": BAD,
  };
  assert.deepEqual(checked(files, ["."]), { status: 0, lines: ["2 goals checked, 0 with problems"] });
  assert.equal(checked(files, ["_site"]).status, 1, "a folder that is named is looked at");
});

const site = {
  "_config.yml": "lang: ko\nbaseurl: /blog\n",
  "_data/goals/kubernetes.json": GOOD,
  "_data/goals/rust.yml": "planned: [1]\ndoen: [1]\n",
  "_data/one.yaml": "a:\n  planned: [3]\n",
  "_data/rows.csv": "planned,done\n1,1\n",
};
/** Checks one post of the site; returns only the lines about it and about the data that it names. */
const posted = (post, more = {}) =>
  checked({ ...site, "_posts/2024-01-01-a.md": post, ...more }, ["_posts/2024-01-01-a.md"]);
const include = (goal) => `---\ntitle: A\n---\n{% include goalpost.html goal=${goal} %}\n`;

test("an include's data are looked up: JSON, YAML, folders, keys in a file", () => {
  assert.deepEqual(posted(include("site.data.goals.kubernetes")), {
    status: 0,
    lines: ["1 goal checked, 0 with problems"],
  });
  assert.deepEqual(posted(include("site.data.one.a")), { status: 0, lines: ["1 goal checked, 0 with problems"] });
  const rust = posted(include("site.data.goals.rust"));
  assert.equal(rust.status, 1);
  assert.match(rust.lines[0], /^_data\/goals\/rust\.yml:2: doen: .*"done"/);
  const rows = posted(include("site.data.rows"));
  assert.equal(rows.status, 1);
  assert.match(rows.lines[0], /^_data\/rows\.csv:1: /, "a list of rows is no goal");
});

test("a missing name is reported as a failure", () => {
  const cases = [
    [include("site.data.goals.go"), "there is no site.data.goals.go"],
    [include("page.goal"), "there is no page.goal in the front matter"],
    [include("site.data.goals"), "not looked at: site.data.goals is not known before the site is built"],
    [include("my_goal"), "not looked at: my_goal is not known before the site is built"],
    [
      include('site.data.goals["rust"]'),
      "Jekyll takes no brackets and no filters in an include: write {% assign it = ",
    ],
  ];
  for (const [post, said] of cases) {
    const { status, lines } = posted(post);
    assert.equal(status, 1, post);
    assert.ok(lines[0].startsWith(`_posts/2024-01-01-a.md:4: ${said}`), lines[0]);
  }
});

test("assignments and loops are followed", () => {
  const assigned = posted(
    '---\n---\n{% assign g = site.data.goals["kubernetes"] %}\n{%- include goalpost.html view="burnup" goal=g -%}\n',
  );
  assert.deepEqual(assigned, { status: 0, lines: ["1 goal checked, 0 with problems"] });
  const all = posted(
    "---\n---\n{% for p in site.data.goals %}{% assign g = p[1] %}{% include goalpost.html goal=g %}{% endfor %}\n",
  );
  assert.equal(all.status, 1);
  assert.match(all.lines[0], /^_data\/goals\/rust\.yml:2: doen/);
  assert.equal(all.lines[1], "2 goals checked, 1 with problems");
  const own = posted(
    "---\ngoals:\n  - planned: [1]\n  - planned: [2]\n---\n" +
      "{% for g in page.goals %}{% include goalpost.html goal=g %}{% endfor %}\n",
  );
  assert.deepEqual(own, { status: 0, lines: ["2 goals checked, 0 with problems"] });
});

test("Liquid comments and raw blocks are ignored", () => {
  const names = new Map([
    [
      "page",
      { file: "a", data: yaml("goal: { planned: [1] }"), value: { goal: { planned: [1] } }, path: [], first: 1 },
    ],
  ]);
  const expressions = (text) => included(text, names).map(({ expression }) => expression);
  assert.deepEqual(
    expressions(
      "{% raw %}{% include goalpost.html goal=page.a %}{% endraw %}{% include goalpost.html goal=page.goal %}",
    ),
    ["page.goal"],
  );
  assert.deepEqual(expressions("{% comment %}{% include goalpost.html goal=page.a %}{% endcomment %}"), []);
  assert.deepEqual(expressions("{% include other.html goal=page.a %}{% include goalpost.html %}"), []);
  assert.deepEqual(
    [lookUp("page.goal", names).named.value, lookUp("page.gaol", names).missing],
    [{ planned: [1] }, "page.gaol"],
  );
  // Jekyll does not process a text without front matter.
  assert.equal(
    posted("{% include goalpost.html goal=page.goal %}\n").lines[1],
    "no goal was found in _posts/2024-01-01-a.md",
  );
});

test("front matter: its goal is checked, whether an include or a layout shows it", () => {
  const layout = { "_layouts/post.html": "{{ content }}{% include goalpost.html goal=page.goal %}" };
  for (const body of ["", "{% include goalpost.html goal=page.goal %}\n"]) {
    const { status, lines } = posted(`---\ntitle: A\ngoal:\n  planned: [1, 2]\n  done: [1, x]\n---\n${body}`, layout);
    assert.equal(status, 1);
    assert.match(lines[0], /^_posts\/2024-01-01-a\.md:5: done\[1\]: /);
    assert.match(lines[0], /[가-힣]/, "in the site's language");
    assert.equal(lines[1], "1 goal checked, 1 with problems");
  }
  const broken = posted("---\ntitle: [A\n---\n");
  assert.equal(broken.status, 1);
  assert.match(broken.lines[0], /^_posts\/2024-01-01-a\.md:\d+: the front matter is not read: this is not YAML/);
  assert.equal(checked({ ...site, ...layout }, ["_layouts"]).status, 1, "a layout alone holds no goal");
});

test("files that an element names are found: beside the post, from the site's root, in Liquid's form", () => {
  const data = { "_posts/k8s.json": GOOD, "assets/k8s.json": GOOD };
  for (const src of [
    "k8s.json",
    "/assets/k8s.json?v=2",
    "/blog/assets/k8s.json",
    "{{ '/assets/k8s.json' | relative_url }}",
    "{{ site.baseurl }}/assets/k8s.json",
  ]) {
    const { status, lines } = posted(`---\n---\n<goal-post src="${src}"></goal-post>\n`, data);
    assert.deepEqual([status, lines], [0, ["1 goal checked, 0 with problems"]], src);
  }
  const failed = (src) => posted(`<goal-post src="${src}"></goal-post>\n`, data);
  assert.deepEqual(failed("gone.json"), {
    status: 1,
    lines: ['_posts/2024-01-01-a.md:1: src: there is no file "gone.json"', "1 goal checked, 1 with problems"],
  });
  assert.deepEqual(failed("https://a.example/k.json"), {
    status: 1,
    lines: [
      "_posts/2024-01-01-a.md:1: not looked at: https://a.example/k.json is not on this machine",
      "0 goals checked, 0 with problems, 1 not looked at",
    ],
  });
  assert.match(posted("<goal-post></goal-post>\n").lines[0], /there is no goal in this element/);
});

test("checklists that an element names are read as in the page", () => {
  const post = (from, list) => `# Post\n\n## My plan\n\n${list}\n\n<goal-post from="${from}"></goal-post>\n`;
  assert.deepEqual(checked({ "a.md": post("#my-plan", "- [x] A\n- [ ] B") }), {
    status: 0,
    lines: ["1 goal checked, 0 with problems"],
  });
  const odd = checked({ "a.md": post("#my-plan", "- [x] A\n- [?] B") });
  assert.deepEqual(odd, {
    status: 0,
    lines: [
      'a.md:8: from: warning: the mark [?] of "B" is not known; the entry counts as not done',
      "1 goal checked, 0 with problems",
    ],
  });
  const gone = checked({ "a.md": post("#your-plan", "- [x] A") });
  assert.deepEqual(gone, {
    status: 1,
    lines: ['a.md:7: from: nothing in the page is "#your-plan"', "1 goal checked, 1 with problems"],
  });
});

test("standard input may be data or a post", () => {
  const of = (input) => goalpost(["check", "-"], {}, input).stdout.trimEnd().split("\n").at(-1);
  assert.equal(of(GOOD), "1 goal checked, 0 with problems");
  assert.equal(of("planned: [1, 2]\n"), "1 goal checked, 0 with problems");
  assert.equal(
    of(`# Post\n\n\`\`\`goalpost\n${GOOD}\n\`\`\`\n\n\`\`\`goalpost\n${BAD}\n\`\`\`\n`),
    "2 goals checked, 1 with problems",
  );
});

test("render draws what check checks: data, front matter, fences, includes", () => {
  const files = {
    ...site,
    "post.md": "---\ntitle: A\n---\n{% include goalpost.html goal=site.data.goals.kubernetes %}\n",
    "goal.yml": "planned: [6, 8]\ndone: [6, 5]\n",
  };
  const svg = (path) => {
    const { status, stdout, stderr } = goalpost(["render", path, "--lang", "en"], files);
    assert.deepEqual([status, stderr], [0, ""], path);
    return stdout;
  };
  assert.match(svg("goal.yml"), /^<svg [^>]*viewBox="0 0 640 360"[^>]*><title>[^<]*78\.6%/);
  assert.equal(svg("post.md"), svg("goal.yml"));
});

test("render takes many files into a folder, and each has a name of its own", () => {
  const post = `\`\`\`goalpost\n${GOOD}\n\`\`\`\n\n\`\`\`goalpost\n${GOOD}\n\`\`\`\n`;
  const files = { "a.json": GOOD, "deep/a.json": GOOD, "post.md": post, "bad.json": BAD };
  const { status, stdout, stderr, read } = goalpost(
    ["render", "a.json", "deep/a.json", "post.md", "-o", "out/"],
    files,
  );
  assert.deepEqual([status, stderr], [0, ""]);
  assert.deepEqual(stdout.trim().split("\n"), ["out/a.svg", "out/a-2.svg", "out/post.svg", "out/post-2.svg"]);
  assert.match(read("out/post-2.svg"), /^<svg /);
  const html = goalpost(["render", "a.json", "post.md", "--output", "out/", "--format", "html"], files);
  assert.match(html.read("out/post.html"), /^<figure /);
  const some = goalpost(["render", "bad.json", "a.json", "-o", "out/"], files);
  assert.deepEqual([some.status, some.stdout], [1, "out/a.svg\n"]);
  assert.match(some.stderr, /^bad\.json:2: dne: unknown field/);
  const several = goalpost(["render", "post.md"], files);
  assert.deepEqual(
    [several.status, several.stderr],
    [2, "goalpost: these are 2 goals; say into which folder: -o FOLDER/\n"],
  );
  const none = goalpost(["render", "post.md"], { "post.md": "# Nothing\n" });
  assert.deepEqual([none.status, none.stderr], [1, "goalpost: no goal was found in post.md\n"]);
});

test("every command has its help", () => {
  /** @type {[string[], RegExp][]} */
  const cases = [
    [["render", "--help"], /^goalpost render FILE\|FOLDER\.\.\. \[-o FILE\|FOLDER\/\][\s\S]*--format FORMAT/],
    [["check", "-h"], /^goalpost check FILE\|FOLDER\.\.\.[\s\S]*--lang TAG/],
    [["help", "import"], /^goalpost import FILE[\s\S]*--week COLUMN[\s\S]*--from "#ID"/],
  ];
  for (const [args, says] of cases) {
    const { status, stdout, stderr } = goalpost(args);
    assert.deepEqual([status, stderr], [0, ""]);
    assert.match(stdout, says);
    const wide = stdout.split("\n").filter((line) => line.length > 100);
    assert.deepEqual(wide, [], "it fits a terminal");
  }
  assert.match(
    goalpost(["check", "--colour"]).stderr,
    /Unknown option '--colour'.*; goalpost check --help lists the options\n$/,
  );
});

test("bundled packages have their licences beside the command", () => {
  const notices = readFileSync(new URL("../../dist/cli/NOTICES.md", import.meta.url), "utf8");
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const found = [...notices.matchAll(/^## (\S+) (\S+) \((.*)\)$/gm)].map(([, name, version, licence]) => [
    name,
    version,
    licence,
  ]);
  assert.deepEqual(
    found.map(([name]) => name),
    [
      ...["boolbase", "css-select", "css-what", "csv-parse", "dom-serializer", "entities", "domelementtype"],
      ...["domhandler", "domutils", "entities", "marked", "nth-check", "parse5", "saxes"],
      ...["xmlchars", "yaml"],
    ],
  );
  const permissive = new Set(["MIT", "ISC", "BSD-2-Clause"]);
  for (const [name, version, licence] of found) {
    assert.ok(permissive.has(licence), `${name}: ${licence}`);
    if (manifest.devDependencies[name]) assert.equal(version, manifest.devDependencies[name]);
  }
  assert.equal(
    notices.match(/Permission (is hereby granted|to use, copy)|Redistribution and use/g).length >= found.length,
    true,
  );
});
