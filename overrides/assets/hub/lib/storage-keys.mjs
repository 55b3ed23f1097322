// @ts-check
/**
 * Where on this device the hub keeps what readers chose or entered. A key never changes: what was kept under it would be
 * lost. The script in <head> (overrides/hub/partials/head.html) repeats `SCHEME`, because it may not wait for a module.
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
