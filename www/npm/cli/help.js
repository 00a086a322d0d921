// The help texts of the command.

export const USAGE = `goalpost draws goals, and checks them.

  goalpost init [FOLDER]    what a Jekyll, Hugo, Hexo or Eleventy site needs, and an example goal
  goalpost render FILE...   pictures of goals, as SVG, HTML or PNG
  goalpost check FILE...    what is wrong with goals, and where
  goalpost import FILE      a goal from an exported table or a checklist
  goalpost prerender DIR    the still of each goal, put into the pages of a built site
  goalpost --version

goalpost COMMAND --help says more. A FILE of "-" is standard input. The command ends with 0 if all is well, with 1 if a
goal has problems, could not be looked at or was not found, and with 2 if it was called in a wrong way.
`;

const GOALS = `Goals are read from
  JSON and YAML                    also several in one file
  CSV                              whose columns are called as the keys of weeks or tasks
  posts in Markdown and HTML       fenced blocks, {% highlight goalpost %}, <goal-post>, scripts,
                                   checklists that "from" names, front matter, and what an include
                                   of a Jekyll site names in _data (json, yml, yaml, csv)
  folders                          all posts in them, and all data that are goals
`;

export const HELP = {
  init: `goalpost init [FOLDER] [--dry-run]

Recognises a Jekyll, Hugo, Hexo or Eleventy site, copies what it needs, writes an example goal, and
says what it did and what to write next. A file that is there already stays as it is.

  --dry-run               only says what would be written
`,
  render: `goalpost render FILE|FOLDER... [-o FILE|FOLDER/]

Draws goals. One goal is written to standard output or to a file, whose name says the format;
several go into a folder, each named after its own file.

  -o, --output FILE       FILE.svg, FILE.html (a figure with picture, words and table) or FILE.png
  -o, --output FOLDER/    a file for each goal
  --format FORMAT         svg, html or png, where no name says it; svg if nothing is said
  --view VIEW             weekly, burnup or compact
  --theme THEME           auto, light or dark
  --lang TAG              the language of labels, where the goal names none
  --width PX              240 to 1600; 640 if nothing is said
  --font "LIST"           a CSS font family list
  --card                  a social card of 1,200 × 630 px, as SVG or PNG
  --scale N               device pixels a CSS pixel in a PNG; 2 if nothing is said

A PNG takes the package @resvg/resvg-js.

${GOALS}`,
  check: `goalpost check FILE|FOLDER...

Says of each goal where what is wrong and how to mend it. It is no success where a goal cannot be
looked at, or where there is none.

  --lang TAG              the language of messages, where the goal names none

${GOALS}`,
  import: `goalpost import FILE [-o GOAL.json]

Makes a goal of a table or of a checklist. How it was understood is said on the error stream. What
is written can be drawn; else nothing is written.

  -o, --output FILE       where the goal goes; standard output if nothing is said
  --name TEXT             what the goal is called
  --unit TEXT             what is counted
  --lang TAG              the language of the goal, and of what is said here

Tables, as CSV from Notion, Google Sheets or Excel, separated by commas, semicolons or tabs: a row
for each task, or for each week with what was planned and done. Weeks stand in the order of their
dates, calendar weeks or numbers, else in that of the file. A COLUMN of "" is none.

  --week COLUMN           names the weeks
  --done COLUMN           says what is done: yes or no, a share, or an amount
  --planned COLUMN        holds the plan of a week, in amounts
  --title COLUMN          holds the tasks' titles
  --group COLUMN          holds what a task belongs to
  --link COLUMN           holds addresses
  --date COLUMN           holds the weeks' dates
  --yes WORDS             what in the column of --done means done, separated by commas
  --no WORDS              what means not done
  --encoding NAME         such as shift_jis; UTF-8, UTF-16, EUC-KR and Windows-1252 are recognised

Checklists, in Markdown (as from GitHub or Obsidian) or HTML: headings, bold lines, <summary>, list
entries or table rows name the weeks; [x], ✅ and other marks tick the entries, also in tables.

  --from "#ID"            only what is under this heading, or in this element
`,
  prerender: `goalpost prerender DIR

Puts the still of each goal into the pages of a built site, in DIR: a chart that is there before any
script, and where no script runs. It is run after the site's own build. The widget takes its place.
Only the goals change, and a second run changes nothing. A page with a goal that has problems stays
as it was.

  --feeds                 also into Atom and RSS feeds (.xml, .atom, .rss), without the script
  --base PATH|URL         where the site stands, such as /blog/, for the addresses of files with goals
  --check                 writes nothing; ends with 1 if a file would change
  --keep-going            goes on after a file with problems
  --jobs N                threads at most; as many as there are processors if nothing is said

Found is what the widget finds: scripts with data-goalpost, fenced blocks, and <goal-post> with data,
src or from. A goal that is left as it is, is named, and so is a file that is not in UTF-8. Links
between files are not followed, and node_modules and folders with a dot are not entered.
`,
};
