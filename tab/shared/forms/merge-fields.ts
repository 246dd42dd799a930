export type FieldOf<Values> = keyof Values & string;

/** A field's canonical value, in any notation: people by id, hours as hours. */
export type Meaning<Values> = (values: Values, field: FieldOf<Values>) => unknown;

const asSaved = (_: string, value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const textOf = (value: unknown): string => JSON.stringify(value, asSaved) ?? '';

/** Whether a field is equal in both; surrounding whitespace is ignored, as it is not saved. */
export const isSame = <Values>(one: Values, other: Values, field: FieldOf<Values>, meaning: Meaning<Values>): boolean =>
  textOf(meaning(one, field)) === textOf(meaning(other, field));

/** Whether nothing differs from how the form began, which may have had fewer fields. */
export const isUntouched = <Values extends object>(mine: Values, began: Values, meaning: Meaning<Values>): boolean =>
  Object.keys({ ...mine, ...began }).every((field) => isSame(mine, began, field as FieldOf<Values>, meaning));

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

interface Keyed {
  readonly key: string;
}
const hasKey = (item: unknown): item is Keyed =>
  typeof item === 'object' && item !== null && 'key' in item && typeof item.key === 'string';
const isKeyed = (value: unknown): value is Keyed[] => Array.isArray(value) && value.every(hasKey);

/** How two texts become one: undefined where they clash. */
type MergeTexts = (texts: { before: string; theirs: string; mine: string }) => string | undefined;

/**
 * One value made of both: of texts, and of lists whose items have keys. Undefined where both changed the same words, or
 * the same item.
 */
export function mergedValue(before: unknown, theirs: unknown, mine: unknown, mergeTexts: MergeTexts): unknown {
  if (typeof before === 'string' && typeof theirs === 'string' && typeof mine === 'string')
    return mergeTexts({ before, theirs, mine });
  if (isKeyed(before) && isKeyed(theirs) && isKeyed(mine)) return mergedList(before, theirs, mine);
  return undefined;
}

/** Items in the order of the one who added, removed or moved some. */
function mergedList(before: readonly Keyed[], theirs: readonly Keyed[], mine: readonly Keyed[]): Keyed[] | undefined {
  const keysOf = (items: readonly Keyed[]) => items.map(({ key }) => key).join(' ');
  const began = keysOf(before);
  if (keysOf(theirs) !== began && keysOf(mine) !== began) return undefined;
  const [ordered, other] = keysOf(mine) === began ? [theirs, mine] : [mine, theirs];
  const find = (items: readonly Keyed[], key: string) => items.find((item) => item.key === key);
  const isLost = before.some((item) => !find(ordered, item.key) && textOf(find(other, item.key)) !== textOf(item));
  if (isLost) return undefined;
  const items = ordered.map((item) => {
    const [was, others] = [find(before, item.key), find(other, item.key)];
    if (!was || !others || textOf(others) === textOf(was) || textOf(others) === textOf(item)) return item;
    return textOf(item) === textOf(was) ? others : undefined;
  });
  return items.every((item) => item !== undefined) ? items : undefined;
}
