// Loads the file that an element's `src` names. Some sites let commenters write elements into a page. Such an element
// must not be able to send the readers' requests to other servers.

/** Milliseconds after which a file counts as missing. */
const PATIENCE = 5_000;
/** Bytes after which reading stops: more than a goal may have, so that the core reports its own limit. */
const ENOUGH = 256 * 1024 + 4;

/** The origins, besides the page's own, that the page's script elements allow. */
function origins() {
  // A name in the page, such as <img name=querySelectorAll>, shadows the document's own method.
  const scripts = Document.prototype.querySelectorAll.call(document, "script[data-origins]");
  return [...scripts].flatMap((script) => script.getAttribute("data-origins")?.split(/\s+/) ?? []);
}

/**
 * The text of a file, fetched without cookies and without redirects.
 * @param {string} address
 * @returns {Promise<string>}
 * @throws {Error | number} the reason; for an HTTP error, its status
 */
export async function load(address) {
  const { href, origin } = new URL(address, document.baseURI);
  if (origin !== self.origin && !origins().includes(origin)) {
    throw new Error(`"${origin}" is another site, which data-origins on the script of the page does not name`);
  }
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(href, { credentials: "omit", redirect: "error", signal });
  if (!response.ok) throw response.status;
  const [reader, decoder] = [response.body?.getReader(), new TextDecoder()];
  let [text, length] = ["", 0];
  while (reader && length < ENOUGH) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    text += decoder.decode(value, { stream: true });
  }
  reader?.cancel();
  return text;
}
