// @ts-check
/**
 * Where on this device the hub keeps what readers chose or entered. A key never changes: what was kept under it would be
 * lost. What a page loads at once (main.mjs, scheme.mjs, shortlist.mjs, assessment.mjs and the script in <head>) repeats
 * its key, to save each first view a request; tests/node/storage-keys.test.mjs holds them together.
 */

export const SCHEME = "hub-scheme";
export const SHORTCUT = "hub-shortcut";
export const SHORTLIST = "hub-shortlist";

/** Before the id of a tool. */
export const TOOL = "hub-tool-";

/** Before the id of an assessment. */
export const ASSESSMENT = "hub-assessment:";

/** Before the id of an assessment that could not be read, put aside so that nothing overwrites it. */
export const ASSESSMENT_ASIDE = "hub-assessment-aside:";

/** Before the kind and id of a record for which someone writes a correction. */
export const CORRECTION = "hub-correction:";

/** Before the id of a practice that someone describes in the full form; nothing follows for a new one. */
export const FORM = "hub-form:";

/** Which assessment a tab has open; for the session of that tab. */
export const ASSESSMENT_OPEN = "hub-assessment-open";
