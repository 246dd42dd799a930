import { internalName, type ListDefinition } from './define-list.ts';

/** A list's columns by internal name, as docs/lists.md says their type; ` ?` follows one that may be empty. */
export type Shape = Readonly<Record<string, string>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** A column's type in words: `text, 255`, `many lines`, `choice: red, green`, `number`. */
export function facetInWords(facet: Readonly<Record<string, unknown>>): string {
  const { text, choice } = facet;
  if (isRecord(choice) && Array.isArray(choice.choices)) return `choice: ${choice.choices.join(', ')}`;
  if (isRecord(text)) return text.allowMultipleLines === true ? 'many lines' : `text, ${String(text.maxLength)}`;
  return Object.keys(facet).find((name) => isRecord(facet[name])) ?? '';
}

export const shapeOf = ({ columns }: ListDefinition<{ key: string }>): Shape => ({
  Key: 'text, 255',
  ...Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [
      internalName(field, column),
      `${facetInWords(column.facet)}${column.optional ? ' ?' : ''}`,
    ]),
  ),
});
