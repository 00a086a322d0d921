// Lets a reader hear the weeks: what is done on the left and what is carried over on the right, the higher the more, and
// after that the week's sentence. Fetched only when it is wished for.

/** The pitch of nothing and of the most, in Hz. */
const [LOWEST, HIGHEST] = [220, 880];
/** How long a week sounds, in ms. */
const SOUND = 700;
/** The time that a character takes to be read or spoken, in ms. */
const CHARACTER = 65;

/** Ends what sounds now; one goal does at a time. @type {(() => void) | undefined} */
let stop;
/** Where that is said. @type {Node | undefined} */
let sounding;

/**
 * Plays the weeks one after the other; where they play already, ends that.
 * @param {string} text a line a week: what is done, what is carried over, the sentence, with tabs between them
 * @param {string} how what the voices mean
 * @param {Node} status where the sentences are said
 */
export function hear(text, how, status) {
  const isPlaying = sounding === status;
  stop?.();
  if (isPlaying) return;
  const weeks = text.split("\n").map((line) => line.split("\t"));
  const most = Math.max(...weeks.flatMap(([done, carried]) => [Number(done), Number(carried)]));
  const context = new AudioContext();
  const ended = new AbortController();
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  stop = () => {
    clearTimeout(timer);
    context.close();
    ended.abort();
    stop = sounding = undefined;
  };
  sounding = status;
  const say = (text) => (status.textContent = text);
  const escape = (event) => {
    if (event.key !== "Escape") return;
    // It must not close the page's own dialog as well.
    event.preventDefault();
    say("");
    stop?.();
  };
  addEventListener("keydown", escape, { capture: true, signal: ended.signal });

  /** Says something, and goes on once there was time to read it. */
  const tell = (words, next) => {
    say(words);
    timer = setTimeout(next, CHARACTER * words.length);
  };
  const week = (at) => {
    if (at >= weeks.length) return stop?.();
    const [done, carried, sentence] = weeks[at];
    voice(context, done, most, -0.8, "sine");
    voice(context, carried, most, 0.8, "triangle");
    timer = setTimeout(() => tell(sentence, () => week(at + 1)), SOUND);
  };
  tell(how, () => week(0));
}

/**
 * One voice of a week. What is not known, and what is not carried over, is silent.
 * @param {AudioContext} context
 * @param {string} value
 * @param {number} most
 * @param {number} pan from -1, left, to 1, right
 * @param {OscillatorType} type
 */
function voice(context, value, most, pan, type) {
  if (value === "") return;
  const end = context.currentTime + SOUND / 1000;
  const gain = new GainNode(context, { gain: 0.2 });
  gain.gain.setTargetAtTime(0, end - 0.1, 0.03);
  const frequency = LOWEST * (HIGHEST / LOWEST) ** (Number(value) / (most || 1));
  const oscillator = new OscillatorNode(context, { type, frequency });
  oscillator.connect(gain).connect(new StereoPannerNode(context, { pan })).connect(context.destination);
  oscillator.start();
  oscillator.stop(end);
}
