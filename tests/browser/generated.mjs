// Goals like those of authors, in every form and of every kind. They are the same in every run.

/** Pseudo-random numbers from 0 to 1: a linear congruential generator with the constants of ANSI C. */
function numbers(seed) {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
}

const defined = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const UNITS = ["강의", "글", "km", "lecture|lectures", "pages", "p\\0ages", "%", "쪽", "챕터", "x & y"];
const TITLES = ["T", "제목 <x> & 'y'", "  A  B ", "back\\slash \\0 \\\\"];
const LABELS = ["A & B", "1주차", "<i>x</i>", "  two  words ", "back\\slash \\0 \\1", "\"q\" 's'"];
const NOTES = ["note", "a <b> note", "두 줄\n노트", "ends in \\"];
const LINKS = ["/x", "https://a.example/?a=1&b=2", "a/b:c", "?q", "#x"];

/** Functions that create goals, with numbers from `random`. */
function makers(random) {
  const below = (count) => Math.floor(random() * count);
  const one = (...values) => values[below(values.length)];
  const perhaps = (chance, make) => (random() < chance ? make() : undefined);
  const list = (length, make) => Array.from({ length }, make);
  const whole = () => below(12);
  const odd = () =>
    one(below(10), 0.5 + below(5), below(2000), 1.25, "7", " 3 ", 0.1 * below(30), 1234567, 0.001, 1 / 3);

  const weeks = (amount) => () => {
    const count = one(1, 2, 3, 4, 5, 6, 8, 12, 21, 27);
    const over = below(count + 1);
    const week = (index) => {
      const planned = perhaps(0.9, amount);
      const done = () => (planned !== undefined && random() < 0.5 ? planned : amount());
      return defined({
        label: perhaps(0.2, () => one(...LABELS)),
        date: perhaps(0.2, () => `2024-0${1 + below(9)}-2${below(9)}`),
        planned,
        done: index < over ? perhaps(0.9, done) : undefined,
        status: perhaps(0.12, () => one("absent", "skipped")),
        milestone: perhaps(0.08, () => one("발표", "Talk & more", "Race")),
        note: perhaps(0.2, () => one(...NOTES)),
        link: perhaps(0.1, () => one(...LINKS)),
        approx: perhaps(0.1, () => one(true, "yes", false, "no")),
        dropped: perhaps(0.05, () => 1),
      });
    };
    return defined({
      title: perhaps(0.8, () => one(...TITLES)),
      unit: perhaps(0.7, () => one(...UNITS)),
      start: perhaps(0.4, () => `20${10 + below(30)}-0${1 + below(9)}-1${below(10)}`),
      weeks: list(count, (_, index) => week(index)),
      carried: perhaps(0.15, amount),
      deadline: perhaps(0.2, () => `2024-1${below(3)}-15`),
      stated: perhaps(0.1, () => below(101)),
      asOf: perhaps(0.1, () => 1 + below(count)),
    });
  };

  const lists = (amount) => () => {
    const count = 1 + below(9);
    return defined({
      unit: perhaps(0.5, () => one("lectures", "개")),
      planned: list(count, amount),
      done: list(below(count + 1), amount),
      carried: perhaps(0.1, amount),
      start: perhaps(0.3, () => `2024-02-2${below(9)}`),
    });
  };

  const checklist = () => {
    const count = 1 + below(6);
    const isOdd = random() < 0.4;
    const task = () => {
      const week = 1 + below(count);
      const done = isOdd
        ? one(true, false, "yes", 0.5, "1/3", "25%", 0, undefined, "")
        : one(true, true, false, undefined);
      const finished = isOdd && done && random() < 0.2 ? 1 + below(count) : undefined;
      return defined({ week: isOdd ? one(week, String(week)) : week, title: "t", done, finished });
    };
    const week = () =>
      defined({
        status: perhaps(0.15, () => one("absent", "skipped")),
        label: perhaps(0.2, () => "L"),
        milestone: perhaps(0.1, () => "M"),
      });
    return defined({
      weeks: perhaps(0.7, () => list(count, week)),
      tasks: list(1 + below(20), task),
      unit: perhaps(0.3, () => "task|tasks"),
    });
  };

  const percents = () => {
    const week = () =>
      defined({
        percent: perhaps(0.8, () => one(below(101), 33.3, "50%", "2/3", 99.96, 0.04)),
        status: perhaps(0.1, () => one("absent", "skipped")),
        approx: perhaps(0.1, () => true),
        date: perhaps(0.1, () => "2024-05-05"),
        note: perhaps(0.1, () => "n"),
      });
    return defined({ stated: perhaps(0.5, () => 12.34), weeks: list(1 + below(8), week) });
  };

  const mixed = () => ({
    weeks: list(1 + below(6), () =>
      one(
        { done: "5/6" },
        { planned: 3, percent: 33.3 },
        { planned: 7, done: "50%" },
        { planned: "4", done: "3" },
        { planned: 5, done: "80%" },
        { planned: 2 },
        { planned: 10, done: "120%" },
        { planned: 6000, percent: "5/6" },
      ),
    ),
  });

  return [weeks(whole), weeks(whole), weeks(odd), lists(whole), lists(odd), checklist, percents, mixed];
}

/**
 * A number of goals, of all kinds in turn.
 * @param {number} count
 * @param {number} [seed]
 * @returns {object[]}
 */
export function generated(count, seed = 11) {
  const all = makers(numbers(seed));
  return Array.from({ length: count }, (_, at) => all[at % all.length]());
}

/**
 * Goals with so many weeks that the picture thins what it says, and draws several as one: with amounts, and with percents.
 * @param {number} [seed]
 * @returns {any[]}
 */
export function long(seed = 5) {
  const random = numbers(seed);
  const below = (count) => Math.floor(random() * count);
  const perhaps = (chance, make) => (random() < chance ? make() : undefined);
  const amounts = (index, isOver) => ({
    planned: below(9),
    done: isOver ? perhaps(0.9, () => below(11)) : undefined,
    status: perhaps(0.1, () => ["absent", "skipped"][below(2)]),
    label: perhaps(0.1, () => `L & ${index}`),
    dropped: perhaps(0.05, () => 1),
  });
  const percents = (index, isOver) => ({
    percent: isOver ? perhaps(0.97, () => below(101)) : undefined,
    status: perhaps(0.02, () => "skipped"),
  });
  const sizes = [28, 31, 52, 53, 104, 105, 106, 150, 208, 209, 313, 521, 1039, 1040];
  return sizes.flatMap((size) =>
    [amounts, percents].map((week) => {
      const over = size - below(size / 3);
      const weeks = Array.from({ length: size }, (_, index) => defined(week(index, index < over)));
      return defined({ unit: "p", start: perhaps(0.5, () => "2011-03-05"), weeks });
    }),
  );
}
