import { useState } from 'react';
import type { CadenceView } from '../../api/reminders/contract.ts';
import { ApiError } from '../shared/api/api-error.ts';
import { useAct } from '../shared/api/queries.ts';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';

export const mostSteps = 5;
export const furtherFields = ['coordinatorAfter', 'managerAfter', 'committeeAfter'] as const;
export type FurtherField = (typeof furtherFields)[number];
/** The form as it is typed. */
interface Typed extends Record<FurtherField, string> {
  before: readonly { id: number; days: string }[];
  onTheDay: boolean;
  overdueEvery: string;
}

const fewest = 1;
const most = 365;
/** Whole days; undefined when it is none. */
function daysIn(text: string): number | undefined {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return days !== undefined && days >= fewest && days <= most ? days : undefined;
}

/** Nobody is reminded of the same thing more than once a week. */
const week = 7;

const typedFrom = ({ before, onTheDay, overdueEvery, ...cadence }: CadenceView): Typed => ({
  before: before.map((days, id) => ({ id, days: String(days) })),
  onTheDay,
  overdueEvery: String(overdueEvery),
  coordinatorAfter: String(cadence.coordinatorAfter ?? ''),
  managerAfter: String(cadence.managerAfter ?? ''),
  committeeAfter: String(cadence.committeeAfter ?? ''),
});

/** What is wrong with the form, by field; steps by `before.<id>`. */
export function wrongInCadence(typed: Typed): Record<string, string> {
  const wrong: Record<string, string> = {};
  const seen = new Set<number>();
  for (const { id, days } of typed.before) {
    const known = daysIn(days);
    if (known === undefined) wrong[`before.${id}`] = t('reminders.cadences.dialog.range');
    else if (seen.has(known)) wrong[`before.${id}`] = t('reminders.cadences.dialog.same');
    else seen.add(known);
  }
  const every = daysIn(typed.overdueEvery);
  if (every === undefined || every < week) wrong['overdueEvery'] = t('reminders.cadences.dialog.weekly');
  let before = 0;
  for (const field of furtherFields) {
    if (typed[field].trim() === '') continue;
    const days = daysIn(typed[field]);
    if (days === undefined) wrong[field] = t('reminders.cadences.dialog.range');
    else if (days < before) wrong[field] = t('reminders.cadences.dialog.order');
    else before = days;
  }
  return wrong;
}

const optional = (field: FurtherField, text: string) => {
  const days = daysIn(text);
  return days === undefined ? {} : { [field]: days };
};
const cadenceIn = (typed: Typed) => ({
  before: typed.before.flatMap(({ days }) => daysIn(days) ?? []),
  onTheDay: typed.onTheDay,
  overdueEvery: daysIn(typed.overdueEvery) ?? most,
  ...optional('coordinatorAfter', typed.coordinatorAfter),
  ...optional('managerAfter', typed.managerAfter),
  ...optional('committeeAfter', typed.committeeAfter),
});

/** The form that changes how often people are reminded of one kind. */
export function useCadence(cadence: CadenceView, onDone: () => void) {
  const [typed, setTyped] = useState(() => typedFrom(cadence));
  const [tried, setTried] = useState(false);
  const act = useAct('PUT /api/reminders/cadences/:kind');
  const wrong = wrongInCadence(typed);
  const isRight = Object.keys(wrong).length === 0;
  const refused = act.error instanceof ApiError ? act.error.fields : [];
  return {
    typed,
    change: (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part })),
    changeStep: (id: number, days: string) =>
      setTyped((now) => ({ ...now, before: now.before.map((step) => (step.id === id ? { id, days } : step)) })),
    addStep: () =>
      setTyped((now) => ({
        ...now,
        before: [...now.before, { id: Math.max(-1, ...now.before.map(({ id }) => id)) + 1, days: '' }],
      })),
    removeStep: (id: number) => setTyped((now) => ({ ...now, before: now.before.filter((step) => step.id !== id) })),
    errors: {
      ...(tried ? wrong : {}),
      ...Object.fromEntries(refused.map(({ path, message }) => [path, message])),
    } as Record<string, string | undefined>,
    /** What it would come to; undefined while something is wrong. */
    result: isRight ? cadenceIn(typed) : undefined,
    busy: act.isPending,
    error: refused.length > 0 ? null : act.error,
    /** Saves it, or says which field is wrong first. */
    save: (): string | undefined => {
      setTried(true);
      const [first] = Object.keys(wrong);
      if (first) return first;
      act.mutate(
        { params: { kind: cadence.kind }, body: cadenceIn(typed) },
        {
          onSuccess: () => {
            notify(t('reminders.cadences.dialog.saved', { kind: kindName(cadence.kind) }));
            onDone();
          },
        },
      );
      return undefined;
    },
  };
}
export type CadenceForm = ReturnType<typeof useCadence>;
