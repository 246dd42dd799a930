import { conflict } from '../kernel/index.ts';
import { mergeTexts } from '../texts/merge-texts.ts';

/** A record as somebody saw it, in part. */
type Seen<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };

/**
 * What a form that saves itself sends of one record, over what the record says by now: fields that the writer left as
 * they were (`before`) stay, texts are merged (`separators`, by the field's name), other fields are the writer's.
 * Throws AppError conflict `edits.changedByAnother` where both texts together exceed the field's limit (`longest`,
 * characters).
 */
export function mergedOver<Fields extends object>(
  { before, now, mine }: { before: Seen<Fields> | undefined; now: Seen<Fields>; mine: Fields },
  texts: { readonly [Name in keyof Fields]?: { separator: string; longest: number } },
): Fields {
  if (!before) return mine;
  const merged: Fields = { ...mine };
  for (const name of new Set([...Object.keys(mine), ...Object.keys(before), ...Object.keys(now)])) {
    const field = name as keyof Fields;
    const text = texts[field];
    if (text) merged[field] = mergedText(text, field, { before, now, mine }) as Fields[keyof Fields];
    else if (mine[field] === before[field]) takeOver(merged, now, field);
  }
  return merged;
}

function mergedText<Fields extends object>(
  { separator, longest }: { separator: string; longest: number },
  field: keyof Fields,
  all: { before: Seen<Fields>; now: Seen<Fields>; mine: Fields },
): string {
  const textIn = (fields: Seen<Fields>) => (typeof fields[field] === 'string' ? fields[field] : '');
  const text = mergeTexts({ before: textIn(all.before), theirs: textIn(all.now), mine: textIn(all.mine) }, separator);
  if (text.length > longest) throw conflict('edits.changedByAnother');
  return text;
}

function takeOver<Fields extends object>(merged: Fields, now: Seen<Fields>, field: keyof Fields): void {
  const value = now[field];
  if (value === undefined) Reflect.deleteProperty(merged, field);
  else merged[field] = value;
}
