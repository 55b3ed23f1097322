// @ts-check
/** Texts from the page with values filled in. */

/**
 * @param {string} template - with placeholders as `{name}`; unknown ones stay, so that a fault shows
 * @param {Readonly<Record<string, string | number>>} values
 */
export function fill(template, values) {
  return template.replace(/\{([a-z_]+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
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
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return fill(form, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}
