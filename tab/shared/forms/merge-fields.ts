export type FieldOf<Values> = keyof Values & string;

/** A field's canonical value, in any notation: people by id, hours as hours. */
export type Meaning<Values> = (values: Values, field: FieldOf<Values>) => unknown;

const asSaved = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const textOf = (value: unknown): string => JSON.stringify(value, asSaved) ?? '';

/** Whether a field is equal in both; surrounding whitespace is ignored, as it is not saved. */
export const isSame = <Values>(one: Values, other: Values, field: FieldOf<Values>, meaning: Meaning<Values>): boolean =>
  textOf(meaning(one, field)) === textOf(meaning(other, field));

/** Three-way merge of fields. `taken`: changed by the other only; `both`: changed by each, differently. */
export function mergeFields<Values>(
  fields: readonly FieldOf<Values>[],
  { began, mine, theirs }: { began: Values; mine: Values; theirs: Values },
  meaning: Meaning<Values>,
): { taken: FieldOf<Values>[]; both: FieldOf<Values>[] } {
  const differs = (one: Values, other: Values) => (field: FieldOf<Values>) => !isSame(one, other, field, meaning);
  const theirChanges = fields.filter(differs(began, theirs)).filter(differs(mine, theirs));
  const isMine = differs(began, mine);
  return { taken: theirChanges.filter((field) => !isMine(field)), both: theirChanges.filter(isMine) };
}
