// @ts-check
/**
 * A table for spreadsheets: RFC 4180, with the mark by which they know UTF-8. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front (OWASP, "CSV Injection").
 *
 * @param {readonly (readonly (string | undefined)[])[]} rows
 */
export function csv(rows) {
  const lines = rows.map((row) =>
    row
      .map((cell = "") => {
        const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
        return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
      })
      .join(","),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
