// The messages of `import` about tables, in English and Korean.

const ORDERS = {
  date: ["by date", "날짜순"],
  calendarWeek: ["by calendar week", "달력의 주 순"],
  weekOfYear: ["by calendar week", "달력의 주 순"],
  month: ["by month", "월 순"],
  dayOfYear: ["by day", "날짜순"],
  number: ["by number", "번호순"],
  anyNumber: ["by number", "번호순"],
};
const SEPARATORS = {
  ",": ["commas", "쉼표"],
  ";": ["semicolons", "세미콜론"],
  "\t": ["tabs", "탭"],
  "|": ["bars", "세로줄"],
};
const brief = (text) => ([...text].length > 40 ? `${[...text].slice(0, 40).join("")}…` : text);
const quoted = (names) => names.map((name) => `"${brief(name)}"`).join(", ");
const ends = (names) =>
  names.length > 4 ? `${quoted(names.slice(0, 2))} … ${quoted(names.slice(-1))}` : quoted(names);

const ENGLISH = {
  form: (rows, separator, encoding) =>
    `${rows} ${rows === 1 ? "row" : "rows"}, separated by ${SEPARATORS[separator]?.[0] ?? separator}, in ${encoding}`,
  list: (entries, weeks, done) => `${entries} entries in ${weeks} weeks, ${done} done`,
  week: (column, labels, by) =>
    `"${column}" names the weeks: ${labels.length}, ${ORDERS[by]?.[0] ?? "as they come in the file"}: ${ends(labels)}`,
  title: (column) => `"${column}" holds the titles`,
  states: (column, kinds) => `"${column}" says what is done: ${kinds}`,
  done: (column) => `"${column}" holds what was done, in amounts`,
  planned: (column) => `"${column}" holds the plan, in amounts`,
  group: (column) => `"${column}" holds the groups`,
  link: (column) => `"${column}" holds the links`,
  date: (column) => `"${column}" holds the weeks' dates`,
  unused: (columns) => `not used: ${quoted(columns)}`,
  yes: "done",
  no: "not done",
  part: (share) => `${Math.round(share * 100)}% done`,
  dropped: "taken out of the plan",
  filled: (column) => `"${column}" is empty below each week's first row; these rows belong to the week above`,
  unplaced: (labels) => `the order of ${ends(labels)} cannot be known; it is that of the file`,
  left: (text) => `the line of "${brief(text)}" is no row of the table; it is left out`,
  several: (name) => `the row names several weeks; it is counted in "${name}"`,
  shortened: (beginning) => `"${beginning}…" is longer than 200 characters and was shortened`,
  noAddress: (text) => `"${brief(text)}" is no address; it became part of the title`,
  noTable: "there is no table here: a line of names and a row for each task or week",
  workbook: "this is an Excel workbook; save the sheet as CSV first",
  encoding: "the text is in no encoding that is known; name it, as in --encoding shift_jis",
  open: "a quotation mark is opened and never closed",
  noColumn: (what, option, names, header) =>
    `no column ${what}; say which with ${option} COLUMN, or call it one of: ${names}. There are ${header}`,
  what: { week: "names a week", done: "says what is done", planned: "holds the plan" },
  noWeek: (column) => `no week; name it in the column "${column}", or take the row out`,
  noState: (value, column) =>
    `"${value}" in the column "${column}" is neither yes nor no; say which with --yes "${value}" or --no "${value}"`,
  noAmount: (value, column) => `"${value}" in the column "${column}" is no amount`,
};

const KOREAN = {
  form: (rows, separator, encoding) => `${rows}행, 구분 기호 ${SEPARATORS[separator]?.[1] ?? separator}, ${encoding}`,
  list: (entries, weeks, done) => `${weeks}주에 항목 ${entries}개, 그중 ${done}개 완료`,
  week: (column, labels, by) =>
    `"${column}": 주의 이름 ${labels.length}개, ${ORDERS[by]?.[1] ?? "파일의 순서"}: ${ends(labels)}`,
  title: (column) => `"${column}": 제목`,
  states: (column, kinds) => `"${column}": 완료 여부 (${kinds})`,
  done: (column) => `"${column}": 한 양`,
  planned: (column) => `"${column}": 계획한 양`,
  group: (column) => `"${column}": 분류`,
  link: (column) => `"${column}": 링크`,
  date: (column) => `"${column}": 주의 날짜`,
  unused: (columns) => `쓰지 않음: ${quoted(columns)}`,
  yes: "완료",
  no: "미완료",
  part: (share) => `${Math.round(share * 100)}% 완료`,
  dropped: "계획에서 제외",
  filled: (column) => `"${column}": 주마다 첫 행에만 있어, 빈 행은 위의 주로 셌습니다`,
  unplaced: (labels) => `${ends(labels)}: 순서를 알 수 없어 파일의 순서대로 두었습니다`,
  left: (text) => `"${brief(text)}"로 시작하는 줄은 표의 행이 아니어서 뺐습니다`,
  several: (name) => `여러 주에 걸친 행이라 "${name}"에 셌습니다`,
  shortened: (beginning) => `"${beginning}…": 200자가 넘어 줄였습니다`,
  noAddress: (text) => `"${brief(text)}": 주소가 아니어서 제목에 붙였습니다`,
  noTable: "표가 아닙니다. 첫 줄에 열 이름, 그 아래 할 일이나 주마다 한 행이 있어야 합니다",
  workbook: "엑셀 통합 문서입니다. 시트를 CSV로 저장한 뒤 쓰세요",
  encoding: "알 수 없는 인코딩입니다. --encoding shift_jis처럼 이름을 적어 주세요",
  open: "따옴표가 열리고 닫히지 않았습니다",
  noColumn: (what, option, names, header) =>
    `${what} 열이 없습니다. ${option} 열이름으로 알려 주거나 다음 중 하나로 이름을 바꾸세요: ${names}. 있는 열: ${header}`,
  what: { week: "주를 나타내는", done: "완료 여부를 나타내는", planned: "계획을 나타내는" },
  noWeek: (column) => `주가 없습니다. "${column}" 열에 적거나 행을 지우세요`,
  noState: (value, column) =>
    `"${column}" 열의 "${value}": 완료인지 아닌지 알 수 없습니다. --yes "${value}" 또는 --no "${value}"로 알려 주세요`,
  noAmount: (value, column) => `"${column}" 열의 "${value}": 양이 아닙니다`,
};

/** The sentences for a language: Korean for Korean, English for any other. */
export const wordsOf = (lang = "") => (/^ko\b/i.test(lang) ? KOREAN : ENGLISH);
