/** The text of a dotted key in catalogues, e.g. `bot.help.title`; undefined where there is none. */
export function textAt(catalogues: object, key: string): string | undefined {
  let found: unknown = catalogues;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, unknown>)[part];
  }
  return typeof found === 'string' ? found : undefined;
}

/**
 * The form of a text for a count, among `_zero`, `_one` and `_other`
 * (docs/decisions/0007-tab-texts-without-i18next.md).
 */
export function formFor<Text>(
  at: (key: string) => Text | undefined,
  key: string,
  count: unknown,
  plurals: Intl.PluralRules,
): Text | undefined {
  const none = count === 0 ? at(`${key}_zero`) : undefined;
  const plural = typeof count === 'number' ? at(`${key}_${plurals.select(count)}`) : undefined;
  return none ?? plural ?? at(key) ?? at(`${key}_other`);
}
