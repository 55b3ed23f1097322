// @ts-check
/**
 * A table for spreadsheets: RFC 4180, with the mark by which they know UTF-8. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front (OWASP, "CSV Injection").
 *
 * @param {readonly (readonly (string | undefined)[])[]} rows
 * @param {"," | ";"} [between] - the cells
 */
export function csv(rows, between = ",") {
  const lines = rows.map((row) =>
    row
      .map((cell = "") => {
        const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
        return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
      })
      .join(between),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/**
 * What a spreadsheet expects between the cells: a semicolon where the comma is the sign of decimals. A line `sep=;` would
 * say so too, but makes Excel overlook the mark of UTF-8.
 *
 * @param {string} locale
 * @returns {"," | ";"}
 */
export function separator(locale) {
  return (1.5).toLocaleString(locale).includes(",") ? ";" : ",";
}
