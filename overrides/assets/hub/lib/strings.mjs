// @ts-check
/** Texts from the page with values filled in. */

/**
 * @param {string} template - with placeholders as `{name}`; unknown ones stay, so that a fault shows
 * @param {Readonly<Record<string, string | number>>} values
 */
export function fill(template, values) {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/**
 * The form of a text that a number asks for, filled in; numbers are written as the language writes them.
 *
 * @param {Readonly<Record<string, string>>} forms - by CLDR name (`one`, `other`, …); `other` is always there
 * @param {number} count
 * @param {string} locale
 * @param {Readonly<Record<string, string | number>>} [values]
 */
export function plural(forms, count, locale, values = {}) {
  const { rules, numbers } = habits(locale);
  return fill(forms[rules.select(count)] ?? forms.other, { ...values, count: numbers.format(count) });
}

/**
 * Making these takes longer than using them a hundred times.
 *
 * @type {Map<string, { rules: Intl.PluralRules, numbers: Intl.NumberFormat }>}
 */
const known = new Map();

/** @param {string} locale */
function habits(locale) {
  const found = known.get(locale) ?? { rules: new Intl.PluralRules(locale), numbers: new Intl.NumberFormat(locale) };
  known.set(locale, found);
  return found;
}
