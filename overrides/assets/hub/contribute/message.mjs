// @ts-check
/**
 * What is sent: a text that people read, and under it the packed block that the hub reads.
 *
 * @typedef {{ language: string, was: string, becomes: string }} Becoming - `language` is empty where there is one for all
 * @typedef {{ title: string, address: string, reason: string, source: string, who: string, interest: boolean,
 *   parts: readonly { name: string, texts: readonly Becoming[] }[] }} Correction
 * @typedef {Readonly<Record<"page" | "field" | "was" | "becomes" | "reason" | "source" | "who" | "interest" | "packed",
 *   string>>} Words
 */

/** Characters of a mail link: longer ones do nothing on some systems, without a word. */
export const LONGEST_MAIL = 1_800;
/** Bytes of the address of a new issue; hosts refuse more than 8,191. */
export const LONGEST_ISSUE = 7_000;
const EXCERPT = 120;

/**
 * @param {Correction} correction
 * @param {string} block
 * @param {Words} words
 * @param {"full" | "new" | "short"} [how] - `new` leaves out what stood there, `short` cuts off what becomes of it
 */
export function message(correction, block, words, how = "full") {
  const { title, address, parts, reason, source, who, interest } = correction;
  const lines = [`${words.page}: ${title}`, address];
  for (const { name, texts } of parts) {
    lines.push(`${words.field}: ${name}`, "");
    for (const { language, was, becomes } of texts) {
      const of = language ? ` (${language})` : "";
      if (how === "full" && was) lines.push(`${words.was}${of}: ${was}`);
      lines.push(`${words.becomes}${of}: ${how === "short" ? excerpt(becomes, EXCERPT) : becomes}`, "");
    }
  }
  if (reason) lines.push(`${words.reason}: ${how === "short" ? excerpt(reason, EXCERPT) : reason}`);
  if (source) lines.push(`${words.source}: ${source}`);
  if (who) lines.push(`${words.who}: ${who}`);
  if (interest) lines.push(words.interest);
  return [...lines, "", words.packed, block].join("\n");
}

/**
 * @param {string} text
 * @param {number} longest
 */
export function excerpt(text, longest) {
  const characters = [...text];
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

/**
 * A link that opens a mail with the first of these texts for which there is room; null where there is none.
 *
 * @param {string} mail
 * @param {string} subject
 * @param {readonly string[]} bodies
 */
export function mailLink(mail, subject, bodies) {
  // RFC 6068: lines end in %0D%0A; what is mostly read as it is need not be encoded
  const links = bodies.map(
    (body) => `mailto:${mail}?subject=${encoded(subject)}&body=${encoded(body.replaceAll("\n", "\r\n"))}`,
  );
  return links.find((link) => link.length <= LONGEST_MAIL) ?? null;
}

/** @param {string} text */
function encoded(text) {
  return encodeURIComponent(text).replace(/%(3A|2F|40|2C|3B)/g, decodeURIComponent);
}

/**
 * The address of a new issue with this text in it; null where it would be too long.
 *
 * @param {string} address - with `{title}` and `{body}`
 * @param {string} title
 * @param {string} body
 */
export function issueLink(address, title, body) {
  const link = address.replace(/\{(title|body)\}/g, (_, name) => encodeURIComponent(name === "title" ? title : body));
  return link.length < LONGEST_ISSUE ? link : null;
}

/**
 * As the text of an issue: in a fence, because the mark of a source, `[@name]`, would call a person there.
 *
 * @param {string} text
 */
export function fenced(text) {
  const longest = Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}\n`;
}
