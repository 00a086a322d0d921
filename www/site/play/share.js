// Stores a text in the fragment of the address, compressed. Fragments are not sent to servers.

/**
 * @typedef {"json" | "yaml"} Kind
 * @typedef {{ kind: Kind, text: string }} Written a goal as text
 */

/** No one writes a longer goal. Without a limit, a small fragment could unpack to more than fits in memory. */
const MOST = 2_000_000;

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} through
 */
async function pass(bytes, through) {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const parts = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST) throw new Error("too long");
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Written} written */
export async function toFragment({ kind, text }) {
  const packed = await pass(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  const binary = Array.from(packed, (byte) => String.fromCharCode(byte)).join("");
  return `#${kind}=${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/**
 * The text in a fragment; undefined if it has none.
 * @param {string} fragment
 * @returns {Promise<Written | undefined>}
 * @throws if the fragment cannot be read
 */
export async function fromFragment(fragment) {
  const [, kind, data = ""] = /^#(json|yaml)=(.*)$/.exec(fragment) ?? [];
  if (!kind) return undefined;
  const packed = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
  const text = new TextDecoder("utf-8", { fatal: true }).decode(
    await pass(packed, new DecompressionStream("deflate-raw")),
  );
  return { kind: /** @type {Kind} */ (kind), text };
}
