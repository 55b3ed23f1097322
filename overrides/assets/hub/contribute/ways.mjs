// @ts-check
/**
 * The ways out of the box and of the full form: by mail, as an issue, as a file. Nothing is sent from here: a mail program
 * or another window opens, or a file is saved.
 *
 * @typedef {import("./message.mjs").Correction} Correction
 * @typedef {{ set: object, correction: Correction, subject: string, file: string }} Sent - `file`: name without its ending
 * @typedef {{ mail: string, issues: string, words: import("./message.mjs").Words & { paste: string, subject: string },
 *   done: Readonly<Record<string, string>> }} Settings - `done` says what happened
 * @typedef {Sent & { block: string, whole: string }} Ready
 */

import { fill } from "../lib/strings.mjs";
import { packed } from "./armour.mjs";
import { copy, handOver, open } from "./hand-over.mjs";
import { excerpt, fenced, issueLink, mailLink, message } from "./message.mjs";

/**
 * @param {Sent} sent
 * @param {Settings} settings
 * @returns {Promise<Ready>} with the whole text, to be shown before anything opens
 */
export async function ready(sent, settings) {
  const block = await packed(JSON.stringify(sent.set));
  return { ...sent, block, whole: message(sent.correction, block, settings.words) };
}

/** @type {Record<string, (one: Ready, settings: Settings) => Promise<string>>} - each says what happened */
export const ways = {
  async mail({ correction, block, whole, subject }, { mail, words, done }) {
    const shorter = /** @type {const} */ (["new", "short"]).map((how) => message(correction, block, words, how));
    const link = mailLink(mail, subject, [whole, ...shorter]);
    const copied = link ? true : await copy(whole);
    open(link ?? mailLink(mail, subject, [copied ? words.paste : ""]) ?? `mailto:${mail}`);
    return link ? done.mail : copied ? done.mail_long : done.not_copied;
  },
  async issue({ whole, subject }, { issues, words, done }) {
    const title = excerpt(subject, 120);
    const link = issueLink(issues, title, fenced(whole));
    const copied = link ? true : await copy(fenced(whole));
    open(link ?? issueLink(issues, title, words.paste) ?? "", "_blank");
    return link ? done.issue : copied ? done.issue_long : done.not_copied;
  },
  async file({ set, whole, subject, file }, { mail, done }) {
    return fill(done[await handOver(file, set, whole, subject)], { mail });
  },
};
