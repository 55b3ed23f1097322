import assert from "node:assert/strict";
import { test } from "node:test";
import { chosen, toCsv, toJson } from "../../overrides/assets/hub/practice-export/export.mjs";

const address = (/** @type {string} */ id) => `https://hub.example/practices/${id}/`;

/** @param {Record<string, unknown>[]} practices */
function published(practices) {
  return {
    hub: "Hub",
    language: "nl",
    license: "CC BY",
    columns: { id: "id", name: "Praktijk", address: "Adres", summary: "Samenvatting", figures: "Resultaten" },
    facets: { group: { label: "Doelgroep", terms: { refugees: "Vluchtelingen", women: "Vrouwen; moeders" } } },
    practices: practices.map((practice, number) => ({ id: `p${number}`, facets: {}, figures: [], ...practice })),
  };
}

/**
 * RFC 4180, read to the letter: a quote may stand in quotes only.
 *
 * @param {string} text
 */
function read(text) {
  const between = ";";
  assert.equal(text[0], "\ufeff");
  const rows = [[""]];
  let quoted = false;
  for (let place = 1; place < text.length; place += 1) {
    const row = rows[rows.length - 1];
    const sign = text[place];
    if (quoted) {
      if (sign !== '"') row[row.length - 1] += sign;
      else if (text[place + 1] === '"') row[row.length - 1] += text[(place += 1)];
      else quoted = false;
    } else if (sign === '"') {
      assert.equal(row[row.length - 1], "");
      quoted = true;
    } else if (sign === between) row.push("");
    else if (sign === "\r") {
      assert.equal(text[(place += 1)], "\n");
      rows.push([""]);
    } else {
      assert.notEqual(sign, "\n");
      row[row.length - 1] += sign;
    }
  }
  assert.deepEqual(rows.pop(), [""]);
  return rows;
}

test("a row per practice, names in the language of the page, ids beside them", () => {
  const data = published([
    { name: "Alfa", facets: { group: ["refugees", "women"] }, figures: [{ text: "72%: x" }, { text: "y" }] },
  ]);
  assert.deepEqual(read(toCsv(data, null, address)), [
    ["id", "Praktijk", "Adres", "Samenvatting", "Resultaten", "Doelgroep", "Doelgroep (group)"],
    ["p0", "Alfa", address("p0"), "", "72%: x\ny", "Vluchtelingen; Vrouwen; moeders", "refugees women"],
  ]);
});

test("what goes into the table comes out of it, whatever it is", () => {
  const signs = ['"', ",", "\r", "\n", "\r\n", ";", "é", "😀", "\u2028", " ", "a", "'", "\0", "\ufeff"];
  let seed = 5;
  for (let round = 0; round < 400; round += 1) {
    const name = `x${Array.from({ length: 12 }, () => signs[(seed = (seed * 48271) % 2147483647) % signs.length]).join("")}`;
    assert.equal(read(toCsv(published([{ name }]), null, address))[1][1], name);
  }
});

test("no cell begins as a formula", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝", "＋", "－", "＠", "\t=", "==", "-1+1|cmd"]) {
    const name = `${start}HYPERLINK("https://evil.example")`;
    const cell = read(toCsv(published([{ name }]), null, address))[1][1];
    assert.equal(cell, `'${name}`);
    assert.ok(!/^[=+\-@\t\r\n]/.test(cell));
  }
  assert.equal(read(toCsv(published([{ name: "a-b = c" }]), null, address))[1][1], "a-b = c");
});

test("the practices asked for, in their order, each once; unknown ones are left out", () => {
  const data = published([{ name: "A" }, { name: "B" }, { name: "C" }]);
  assert.deepEqual(
    chosen(data, ["p2", "nope", "p0", "p2", "__proto__"]).map(({ id }) => id),
    ["p2", "p0"],
  );
  assert.equal(chosen(data, null).length, 3);
  assert.equal(read(toCsv(data, [], address)).length, 1);
});

test("JSON holds the same with id and label of every term", () => {
  const data = published([{ name: "Alfa <script>", facets: { group: ["refugees", "new-term"] } }]);
  assert.deepEqual(JSON.parse(toJson(data, null, address)), {
    hub: "Hub",
    language: "nl",
    license: "CC BY",
    practices: [
      {
        id: "p0",
        address: address("p0"),
        name: "Alfa <script>",
        facets: {
          group: [
            { id: "refugees", label: "Vluchtelingen" },
            { id: "new-term", label: "new-term" },
          ],
        },
        figures: [],
      },
    ],
  });
});
