import type { CadenceView } from '../../api/reminders/contract.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';

export const mostSteps = 5;
export const furtherFields = ['coordinatorAfter', 'managerAfter', 'committeeAfter'] as const;
export type FurtherField = (typeof furtherFields)[number];
/** Values as typed. */
export interface Typed extends Record<FurtherField, string> {
  before: { days: string }[];
  onTheDay: boolean;
  overdueEvery: string;
}

const fewest = 1;
const most = 365;
/** Whole days; undefined when invalid. */
function daysIn(text: string): number | undefined {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined;
  return days !== undefined && days >= fewest && days <= most ? days : undefined;
}

/** Nobody is reminded of the same task more than once a week. */
const week = 7;

const typedFrom = ({ before, onTheDay, overdueEvery, ...cadence }: CadenceView): Typed => ({
  before: before.map((days) => ({ days: String(days) })),
  onTheDay,
  overdueEvery: String(overdueEvery),
  coordinatorAfter: String(cadence.coordinatorAfter ?? ''),
  managerAfter: String(cadence.managerAfter ?? ''),
  committeeAfter: String(cadence.committeeAfter ?? ''),
});

/** Errors of the form, by field. */
export function wrongInCadence(typed: Typed): Record<string, string> {
  const wrong: Record<string, string> = {};
  const seen = new Set<number>();
  for (const [place, { days }] of typed.before.entries()) {
    const known = daysIn(days);
    if (known === undefined) wrong[`before.${place}.days`] = t('reminders.cadences.dialog.range');
    else if (seen.has(known)) wrong[`before.${place}.days`] = t('reminders.cadences.dialog.same');
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

/** The result; undefined with errors. */
export const resultOf = (typed: Typed) =>
  Object.keys(wrongInCadence(typed)).length === 0 ? cadenceIn(typed) : undefined;

/** The form of one kind's reminder cadence. */
export const useCadence = (cadence: CadenceView, close: () => void) =>
  useForm({
    start: typedFrom(cadence),
    shared: {
      etag: cadence.etag,
      names: {
        before: t('reminders.cadences.dialog.before'),
        onTheDay: t('reminders.cadences.dialog.onTheDay'),
        overdueEvery: t('reminders.cadences.dialog.overdueEvery'),
        coordinatorAfter: t('reminders.cadences.dialog.coordinatorAfter'),
        managerAfter: t('reminders.cadences.dialog.managerAfter'),
        committeeAfter: t('reminders.cadences.dialog.committeeAfter'),
      },
      latest: async (read) => {
        const { cadences } = await read('GET /api/reminders/cadences', {});
        const now = cadences.find(({ kind }) => kind === cadence.kind);
        return now && { values: typedFrom(now), etag: now.etag };
      },
    },
    send: (typed, api, { etag: expected }) =>
      api('PUT /api/reminders/cadences/:kind', {
        params: { kind: cadence.kind },
        body: { ...cadenceIn(typed), expected },
      }),
    saved: t('reminders.cadences.dialog.saved', { kind: kindName(cadence.kind) }),
    close,
  });
