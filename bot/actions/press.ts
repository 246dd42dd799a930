import { z } from 'zod';
import type { CardData } from '../cards/index.ts';

const word = z.string().min(1).max(100);
const fields = z.record(z.string(), z.unknown());

/** `value` of an `adaptiveCard/action` invoke. */
const invoke = z.looseObject({ action: z.looseObject({ verb: word, data: fields.default({}) }) });
/** `value` of a message: sent by `Action.Submit`, the fallback of the same button. */
const submit = z.looseObject({ verb: word });

/** A pressed button, from either form. */
export interface Press {
  verb: string;
  data: Readonly<Record<string, unknown>>;
}

export function pressOfInvoke(value: unknown): Press | undefined {
  const parsed = invoke.safeParse(value);
  return parsed.success
    ? { verb: parsed.data.action.verb, data: withoutClientFields(parsed.data.action.data) }
    : undefined;
}

export function pressOfSubmit(value: unknown): Press | undefined {
  const parsed = submit.safeParse(value);
  return parsed.success ? { verb: parsed.data.verb, data: withoutClientFields(parsed.data) } : undefined;
}

/** Fields of a card, and characters of one: more than any card of ours has. */
const most = { fields: 100, characters: 10_000 } as const;
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' ? value.length <= most.characters : typeof value === 'number' || typeof value === 'boolean';

/** Our cards carry plain values only: huge or deeply nested ones are left out. */
const withoutClientFields = ({ verb: _verb, msteams: _msteams, ...data }: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => isPlain(value))
      .slice(0, most.fields),
  );

/** The data's strings, for a button offered again. */
export const carried = (data: Press['data']): CardData =>
  Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
