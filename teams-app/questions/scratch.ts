/** Columns of the scratch list, of the kinds that the program's lists have. */
export const scratchColumns = [
  { name: 'Key', text: { maxLength: 255 }, indexed: true, enforceUniqueValues: true },
  { name: 'Second', text: {}, indexed: true },
  { name: 'Plain', text: {} },
  { name: 'Long', text: { allowMultipleLines: true, textType: 'plain' } },
  { name: 'Yes', boolean: {} },
  { name: 'Given', text: {}, defaultValue: { value: 'standard' } },
] as const;

/** Description of everything that a run makes. What lacks it or the name is never deleted. */
const scratchDescription = 'Made by npm run isms -- probe; may be deleted.';

/** Begins the names of everything that the run begun at this moment makes: `probe-20261129T102431Z`. */
export const scratchPrefix = (begun: Date): string =>
  `probe-${begun.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Whether a list was made by a run, this one or an earlier one. */
export const isScratch = (displayName: string, description: string): boolean =>
  /^probe-\d{8}T\d{6}Z-[A-Za-z]+$/.test(displayName) && description === scratchDescription;

export const newList = (displayName: string, more: object = {}): object => ({
  displayName,
  description: scratchDescription,
  list: { template: 'genericList' },
  ...more,
});
