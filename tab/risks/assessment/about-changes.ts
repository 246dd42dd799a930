import type { AssessmentView } from '../../../api/risks/contract.ts';
import type { ApiRequest } from '../../shared/api/client.ts';
import type { FieldValue } from './estimates.ts';
import type { Changes } from './save-queue.ts';

export type AboutBody = Omit<NonNullable<ApiRequest<'PUT /api/risks/assessments/:assessmentKey'>['body']>, 'expected'>;
type Quick = NonNullable<AboutBody['quick']>;
type Answer = Quick['answers'][keyof Quick['answers']];

/**
 * A field of the assessment itself as it is saved: people by id, the short form by question (`quick.sensitiveData`).
 */
export function aboutValue(view: AssessmentView, field: string): FieldValue {
  if (field === 'participantIds') return view.participants.map(({ id }) => id);
  if (field === 'quick.note') return view.quick.note;
  if (field.startsWith('quick.')) return view.quick.answers[questionOf(field)] ?? null;
  return view[field as 'note' | 'guests' | 'heldOn' | 'reviewMonths' | 'views' | 'catalogueKeys'] ?? null;
}

const questionOf = (field: string) => field.slice('quick.'.length) as keyof Quick['answers'];

/** The short form with other answers. */
export const withQuick = ({ answers, note }: Quick, changed: Readonly<Record<string, FieldValue>>): Quick => ({
  answers: {
    ...answers,
    ...Object.fromEntries(
      Object.entries(changed)
        .filter(([field, value]) => field.startsWith('quick.') && field !== 'quick.note' && value !== null)
        .map(([field, value]) => [questionOf(field), value as Answer]),
    ),
  },
  note: 'quick.note' in changed ? String(changed['quick.note'] ?? '') : note,
});

/** Lists to which two add at once: both take effect. */
const sets: ReadonlySet<string> = new Set(['participantIds', 'catalogueKeys']);
const asSaved = (value: FieldValue): unknown => {
  if (Array.isArray(value)) return value.toSorted();
  return typeof value === 'string' ? value.trim() || null : value;
};
const isSame = (one: FieldValue, other: FieldValue) => JSON.stringify(asSaved(one)) === JSON.stringify(asSaved(other));

function merged(from: FieldValue, to: FieldValue, now: FieldValue): FieldValue {
  const [before, after, there] = [from, to, now].map((value) => (Array.isArray(value) ? value : []));
  const stay = there?.filter((one) => after?.includes(one) || !before?.includes(one)) ?? [];
  return [...stay, ...(after ?? []).filter((one) => !before?.includes(one) && !stay.includes(one))];
}

/**
 * What of the changes remains to be saved over the version that the API has now, and which fields another has changed
 * differently. Fields that already have the wanted value are neither.
 */
export function reconciled(view: AssessmentView, changes: Changes<FieldValue>) {
  const values: Record<string, FieldValue> = {};
  const theirs: { field: string; theirs: FieldValue }[] = [];
  for (const [field, { from, to }] of Object.entries(changes)) {
    const now = aboutValue(view, field);
    const wanted = sets.has(field) ? merged(from, to, now) : to;
    if (isSame(now, wanted)) continue;
    if (sets.has(field) || isSame(now, from)) values[field] = wanted;
    else theirs.push({ field, theirs: now });
  }
  const own = Object.entries(values).filter(([field]) => !field.startsWith('quick.'));
  const body: AboutBody = Object.fromEntries(own);
  if (own.length < Object.keys(values).length) body.quick = withQuick(view.quick, values);
  return { body, theirs };
}
