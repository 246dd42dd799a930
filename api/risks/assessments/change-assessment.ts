import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import { says, updateIfNew } from '../../edits/index.ts';
import {
  conflict,
  inLanguage,
  invalid,
  nowOf,
  repeatableKey,
  type Actor,
  type LocalDate,
  type PersonId,
} from '../../kernel/index.ts';
import { findPerson } from '../../organisation/index.ts';
import { Assessments, type Assessment, type FrozenThreat } from '../risk-lists.ts';
import type { View } from '../vocabulary.ts';
import { assessmentOf, requireDraft, risksOf } from './assessments.ts';
import { isAnswered } from './risk-fields.ts';
import { catalogueKeysOf, cataloguesOrThrow, requireRoom, withCatalogues } from './threats.ts';

/** Absent is unchanged. */
export interface AssessmentChanges {
  participantIds?: readonly string[] | undefined;
  guests?: string | undefined;
  /** `null`: no date. */
  heldOn?: string | null | undefined;
  reviewMonths?: number | undefined;
  views?: View[] | undefined;
  catalogueKeys?: readonly string[] | undefined;
  note?: string | undefined;
  quick?: Assessment['quick'];
}

/** Changes a draft, based on the newest copy, and audits it; what it says already is no change. 4 resource units. */
async function changeDraft(
  context: Context,
  actor: Actor,
  key: string,
  act: string,
  change: (current: Assessment) => Partial<Omit<Assessment, 'key'>> | undefined,
): Promise<void> {
  const now = nowOf(context.clock);
  const { isNew } = await updateIfNew(context.list(Assessments), key, (current) => {
    requireDraft(context, current);
    const fields = change(current);
    return fields && !says(current, fields) ? { ...fields, changedAt: now, changedBy: actor.personId } : undefined;
  });
  if (isNew) await recordAct(context, { act, subjectKey: key, actorId: actor.personId, at: now, occasion: now });
}

/**
 * Changes participants, date, perspectives, catalogues, interval, note or the short form. A new catalogue adds its
 * threats; removing one removes only unanswered threats. 4 resource units. Throws AppError: missing, forbidden,
 * conflict `risks.finishedIsFrozen`, `risks.notADraft`, invalid at the field, unavailable.
 */
export async function changeAssessment(
  context: Context,
  actor: Actor,
  key: string,
  changes: AssessmentChanges,
): Promise<void> {
  const { assessment } = assessmentOf(context, actor, key);
  requireDraft(context, assessment);
  const { participantIds, heldOn, catalogueKeys, ...others } = changes;
  const takesPart = (id: string) => assessment.participantIds.some((one) => one === id);
  if (participantIds?.some((id) => !takesPart(id) && !findPerson(context, id)))
    throw invalid('organisation.unknownPerson', { field: 'participantIds' });
  const answered = risksOf(context, assessment);
  const hasAnswer = (threatKey: string) => {
    const risk = answered.get(threatKey);
    return risk !== undefined && isAnswered(risk);
  };
  await changeDraft(context, actor, key, 'changeAssessment', (current) => ({
    ...withoutAbsent(others),
    ...(participantIds === undefined ? {} : { participantIds: [...new Set(participantIds)] as PersonId[] }),
    ...(heldOn === undefined ? {} : { heldOn: heldOn === null ? undefined : (heldOn as LocalDate) }),
    ...(catalogueKeys === undefined ? {} : { threats: threatsWith(context, current, catalogueKeys, hasAnswer) }),
  }));
}
const withoutAbsent = (changes: Omit<AssessmentChanges, 'participantIds' | 'heldOn' | 'catalogueKeys'>) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<
    Pick<Assessment, 'guests' | 'reviewMonths' | 'views' | 'note' | 'quick'>
  >;

function threatsWith(
  context: Context,
  { threats }: Assessment,
  keys: readonly string[],
  hasAnswer: (threatKey: string) => boolean,
): FrozenThreat[] {
  const before = new Set(catalogueKeysOf(threats));
  const isSame = keys.length === before.size && keys.every((key) => before.has(key));
  return isSame ? threats : withCatalogues(threats, cataloguesOrThrow(context, keys), hasAnswer);
}

/**
 * Adds the writers' own threat, once per title. 4 resource units. Throws AppError: missing, forbidden, conflict,
 * invalid `risks.tooManyThreats`, conflict `http.madeAlready`, unavailable.
 */
export async function addThreat(
  context: Context,
  actor: Actor,
  key: string,
  { title, description }: { title: string; description: string },
): Promise<void> {
  assessmentOf(context, actor, key);
  // Catalogue threats always have a description; own ones may have only a title.
  const threat = {
    key: repeatableKey(actor, 'threat'),
    title: { da: title },
    description: { da: description === '' ? title : description },
  };
  await changeDraft(context, actor, key, 'addThreat', ({ threats }) => {
    const isOtherWords = threats.some((known) => known.key === threat.key && inLanguage(known.title, 'da') !== title);
    if (isOtherWords) throw conflict('http.madeAlready', { key: threat.key });
    const isThere = threats.some(
      (known) => known.catalogueKey === undefined && inLanguage(known.title, 'da') === title,
    );
    return isThere ? undefined : { threats: requireRoom([...threats, threat]) };
  });
}

/**
 * Removes an own threat; idempotent. Its answers stay in the list. 4 resource units. Throws AppError: missing,
 * forbidden, conflict `risks.threatOfCatalogue`, unavailable.
 */
export async function removeThreat(context: Context, actor: Actor, key: string, threatKey: string): Promise<void> {
  assessmentOf(context, actor, key);
  await changeDraft(context, actor, key, 'removeThreat', ({ threats }) => {
    const threat = threats.find((known) => known.key === threatKey);
    if (!threat) return undefined;
    if (threat.catalogueKey !== undefined) throw conflict('risks.threatOfCatalogue');
    return { threats: threats.filter((known) => known !== threat) };
  });
}

/** Changes from the short to the full form; idempotent. 4 resource units. Throws AppError as above. */
export async function goOnToFull(context: Context, actor: Actor, key: string): Promise<void> {
  assessmentOf(context, actor, key);
  await changeDraft(context, actor, key, 'goOnToFull', ({ form }) => (form === 'full' ? undefined : { form: 'full' }));
}

/** Discards a draft; it stays in the list, marked. Idempotent. 4 resource units. Throws AppError as above. */
export async function discardAssessment(context: Context, actor: Actor, key: string): Promise<void> {
  const { assessment } = assessmentOf(context, actor, key);
  if (assessment.state === 'discarded') return;
  await changeDraft(context, actor, key, 'discardAssessment', () => ({ state: 'discarded' }));
}
