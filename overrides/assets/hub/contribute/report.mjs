// @ts-check
/** The text of an issue about a contribution: what changes, for people, and under it the packed block. Pure. */

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Characters that cannot be seen, or turn the direction of those around them, as their number; lines stay.
 *
 * @param {string} text
 */
export function visible(text) {
  return text.replace(UNSEEN, (sign) =>
    sign === "\n" ? sign : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`,
  );
}

/** @param {Readonly<Record<string, unknown>>} source */
export function sourceLine({ id, title, URL: address }) {
  return [id, title, address].filter((one) => typeof one === "string").join(" · ");
}

/**
 * @param {import("./decoded.mjs").ChangeSet} set
 * @param {{ title: string, address: string }} record
 * @param {readonly (import("./differences.mjs").Row & { label: string })[]} rows
 * @param {Readonly<Record<"page" | "field" | "was" | "becomes" | "reason" | "source" | "who" | "packed", string>>} words
 * @param {string} block
 */
export function report(set, { title, address }, rows, words, block) {
  const lines = [`${words.page}: ${title}`, address || `${set.kind} ${set.id}`];
  for (const { label, field, cells } of rows) {
    lines.push("", `${words.field}: ${label} (${field})`);
    for (const { locale, before, after } of cells)
      if (before !== after) {
        const of = locale ? ` (${locale})` : "";
        if (before) lines.push(`${words.was}${of}: ${before}`);
        lines.push(`${words.becomes}${of}: ${after || "–"}`);
      }
  }
  lines.push("", `${words.reason}: ${set.note.trim() || "–"}`);
  for (const source of set.sources) lines.push(`${words.source}: ${sourceLine(source)}`);
  if (set.who.trim()) lines.push(`${words.who}: ${set.who.trim()}`);
  if (set.conflict_of_interest.trim()) lines.push(set.conflict_of_interest.trim());
  // What somebody wrote is no second block
  const inert = lines.map((line) => visible(line).replaceAll("(hub1:", "(hub1 :"));
  return [...inert, "", words.packed, block].join("\n");
}
