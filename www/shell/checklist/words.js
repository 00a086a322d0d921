// The messages of the checklist reader, in English and Korean.

const some = (texts) =>
  texts
    .slice(0, 3)
    .map((text) => `"${text}"`)
    .join(", ");
const more = (texts, others) => some(texts) + (texts.length > 3 ? others(texts.length - 3) : "");
const en = (texts) => more(texts, (count) => ` and ${count} more`);
const ko = (texts) => more(texts, (count) => ` 외 ${count}개`);

const ENGLISH = {
  notSelector: (selector) => `"${selector}" is no CSS selector; name an id, such as "#goals"`,
  nothing: (selector) => `nothing in the page is "${selector}"`,
  empty: (selector) =>
    `there is no task list${selector && ` in "${selector}"`}: no entry has a check box or a mark such as [x] or ✅`,
  oddMark: (mark, title) => `the mark ${mark} of "${title}" is not known; the entry counts as not done`,
  crosses: () => "ticked boxes beside [O] are read as [X], which is not done",
  struck: (title) => `"${title}" is struck out; it counts as taken out of the plan`,
  unmarked: (...titles) => `${en(titles)}: no mark, among entries that have one; not counted`,
  assumedOpen: (...titles) => `${en(titles)}: no mark, among entries that have one; counted as not done`,
  tickedTooSoon: (title) => `"${title}" is ticked, but not all that it holds; what it holds counts`,
  notTicked: (title) => `"${title}" is not ticked, but all that it holds is; what it holds counts`,
  notWeek: (label) => `"${label}" names no week; it stands as a week of its own`,
  noMarks: (label) => `the list under "${label}" has no check boxes or marks; nothing of it is counted`,
  withoutWeek: (titles) => `${en(titles)}: under no week; counted in a week apart`,
  shortened: (beginning) => `"${beginning}…" is longer than 200 characters and was shortened`,
  others: (count) => `and ${count} more warnings`,
  noWeek: "No week",
};

const KOREAN = {
  notSelector: (selector) => `"${selector}": CSS 선택자가 아닙니다. "#goals"처럼 id를 쓰세요`,
  nothing: (selector) => `페이지에 "${selector}" 요소가 없습니다`,
  empty: (selector) =>
    `${selector && `"${selector}"에 `}할 일 목록이 없습니다. 체크박스나 [x], ✅ 같은 표시가 있는 항목이 없습니다`,
  oddMark: (mark, title) => `"${title}"의 표시 ${mark}: 알 수 없는 표시라 안 한 것으로 셌습니다`,
  crosses: () => "[O] 옆의 체크된 상자는 [X], 곧 안 한 것으로 셌습니다",
  struck: (title) => `"${title}": 취소선이 있어 계획에서 뺀 것으로 셌습니다`,
  unmarked: (...titles) => `${ko(titles)}: 다른 항목과 달리 표시가 없어 세지 않았습니다`,
  assumedOpen: (...titles) => `${ko(titles)}: 다른 항목과 달리 표시가 없어 안 한 것으로 셌습니다`,
  tickedTooSoon: (title) =>
    `"${title}": 체크되어 있지만 안에 있는 항목이 다 끝나지 않았습니다. 안에 있는 항목을 셌습니다`,
  notTicked: (title) => `"${title}": 체크되어 있지 않지만 안에 있는 항목은 다 끝났습니다. 안에 있는 항목을 셌습니다`,
  notWeek: (label) => `"${label}": 주차 이름이 아니지만 한 주로 두었습니다`,
  noMarks: (label) => `"${label}" 아래 목록에 체크박스나 표시가 없어 세지 않았습니다`,
  withoutWeek: (titles) => `${ko(titles)}: 주차에 속하지 않아 따로 한 주로 두었습니다`,
  shortened: (beginning) => `"${beginning}…": 200자가 넘어 줄였습니다`,
  others: (count) => `그 밖에 경고 ${count}개`,
  noWeek: "주차 없음",
};

/** The sentences for a language: Korean for Korean, English for any other. */
export const wordsOf = (lang) => (/^ko\b/i.test(lang) ? KOREAN : ENGLISH);
