// @ts-check
/**
 * Damaged files and links of readers by the thousand: node tests/node/fuzz.mjs [cases] [seed] [first]
 *
 * Prints what became of them and each case that threw; a case that takes longer than LONGEST is told, left, and the next one
 * tried. Not part of `make test`; `fuzz.test.mjs` runs a few cases. Hubs are fuzzed by `tests/fuzz.py`.
 */

import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { run } from "./fuzz-cases.mjs";

/** Milliseconds; an honest case takes a few. */
const LONGEST = 20_000;

if (isMainThread) {
  const [cases = 20_000, seed = 1, first = 0] = process.argv.slice(2).map(Number);
  const began = Date.now();
  /** @type {Map<string, number>} */
  const counts = new Map();
  const count = (/** @type {string} */ what) => counts.set(what, (counts.get(what) ?? 0) + 1);
  let [next, slowest] = [first, 0];
  while (next < first + cases) next = await part(next);

  /** Runs cases until all are done or one hangs. @param {number} from @returns {Promise<number>} the next one to run */
  function part(from) {
    return new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { seed, from, end: first + cases } });
      let [at, since] = [from, Date.now()];
      const clock = setInterval(() => {
        if (Date.now() - since < LONGEST) return;
        console.log(`--- case ${at}, seed ${seed}: did not end`);
        count("HANGS");
        leave(at + 1);
      }, 500);
      const leave = (/** @type {number} */ number) => {
        clearInterval(clock);
        void worker.terminate().then(() => resolve(number));
      };
      worker.on("error", reject);
      worker.on("message", ({ number, outcome, fault }) => {
        if (fault) console.log(`--- case ${number}, seed ${seed}\n${fault}`);
        count(outcome);
        if ((number + 1) % 1000 === 0) console.error(`${number + 1}: ${JSON.stringify(Object.fromEntries(counts))}`);
        slowest = Math.max(slowest, Date.now() - since);
        [at, since] = [number + 1, Date.now()];
        if (at === first + cases) leave(at);
      });
    });
  }

  const bad = (counts.get("THREW") ?? 0) + (counts.get("HANGS") ?? 0);
  console.log(Object.fromEntries([...counts].sort()));
  console.log(
    `${cases} cases, seed ${seed}, in ${((Date.now() - began) / 60_000).toFixed(1)} minutes; threw or hung: ${bad}; slowest ${slowest} ms`,
  );
  process.exitCode = bad ? 1 : 0;
} else {
  const { seed, from, end } = workerData;
  for (let number = from; number < end; number += 1) {
    let message;
    try {
      message = { number, outcome: await run(seed, number) };
    } catch (error) {
      message = { number, outcome: "THREW", fault: error instanceof Error ? error.stack : String(error) };
    }
    parentPort?.postMessage(message);
  }
}
