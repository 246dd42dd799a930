import { allPlans, partsOf, planPath } from '../../contingency/index.ts';
import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context, Translate } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { titleAbout, todayOf, type Actor, type Language, type Obligation, type PersonId } from '../../kernel/index.ts';
import { namedForWork, obligationsOf, owedOrPassed, sharedObligations } from '../../obligations/index.ts';
import { centreRef, findPerson } from '../../organisation/index.ts';
import { RoleAssignments } from '../../organisation/index.ts';
import type { BelongingKind, stayingKinds } from '../contract.ts';
import { ownedKinds, type Belonging, type OwnedKind } from './owned-kinds.ts';
import type { GivenItem } from './succession-list.ts';
import { oweWords } from '../../texts/owed.ts';

const none: readonly Belonging[] = [];

/** Records of each kind by owner; recomputed when a list of the kind, or the day, changes. */
const byOwner = new Map(
  ownedKinds.map((owned) => [
    owned.kind,
    derivation(
      owned.lists,
      (context) => Map.groupBy(owned.all(context), ({ ownerId }) => ownerId),
      (context) => todayOf(context.clock),
    ),
  ]),
);
export const belongingsOf = (
  context: Context,
  { kind }: Pick<OwnedKind, 'kind'>,
  personId: PersonId,
): readonly Belonging[] => byOwner.get(kind)?.(context).get(personId) ?? none;

/** Number of a person's records and work, whoever may transfer them: as many as `heldBy` names. From memory. */
export const countHeld = (context: Context, personId: PersonId): number =>
  ownedKinds.reduce(
    (sum, owned) => sum + belongingsOf(context, owned, personId).length,
    workWith(context, personId).length,
  );

/** Everybody with records or work. From memory. */
export const holdersOf = (context: Context): Set<PersonId> =>
  new Set([
    ...ownedKinds.flatMap(({ kind }) => [...(byOwner.get(kind)?.(context).keys() ?? [])]),
    ...workByHolder(context).keys(),
  ]);

/**
 * Work normally follows its record's owner. Not these kinds, whose records are never transferred (submitter, author and
 * reporter stay).
 */
const namedForGood: readonly string[] = ['resubmit', 'answerComments', 'closeDowntime'];

const workCache = new WeakMap<readonly Obligation[], ReadonlyMap<PersonId, readonly Obligation[]>>();

/** Open work that follows no record, by who has it and by whom others do it for; recomputed when any changes. */
function workByHolder(context: Context): ReadonlyMap<PersonId, readonly Obligation[]> {
  const all = sharedObligations(context);
  const known = workCache.get(all);
  if (known) return known;
  const found = new Map<PersonId, Obligation[]>();
  for (const one of all) {
    if (one.state !== 'open') continue;
    for (const holder of holdersOfWork(one)) {
      if (namedForWork(context, one.key) === holder && !namedForGood.includes(one.kind)) continue;
      const others = found.get(holder);
      if (others) others.push(one);
      else found.set(holder, [one]);
    }
  }
  workCache.set(all, found);
  return found;
}

const holdersOfWork = ({ personId, passed }: Obligation): Set<PersonId> =>
  new Set(passed?.from === undefined || passed.reason === 'handedOver' ? [personId] : [personId, passed.from]);

const workWith = (context: Context, personId: PersonId): readonly Obligation[] =>
  workByHolder(context).get(personId) ?? [];

/** A person's work, or work done for them, that follows no record. From memory. */
export function workOf(context: Context, personId: PersonId, language: Language): Belonging[] {
  return workWith(context, personId).map((work) => ({
    ownerId: personId,
    key: work.key,
    title: workTitle(context, work, personId, language),
    path: work.path,
  }));
}

/** Work in the reader's words, with its centre where that is not the one of the person it is from. */
function workTitle(
  context: Context,
  { kind, subject, centreId }: Obligation,
  personId: PersonId,
  language: Language,
): string {
  const elsewhere = centreId === findPerson(context, personId)?.centreId ? undefined : centreRef(context, centreId);
  return titleAbout(oweWords({ kind, subject }, { t: context.texts(language), language }), elsewhere?.title);
}

/**
 * What was given, as it is now: work in the reader's words of today, whatever they were when it was given. Title and
 * path as stored, or none, when it is no longer to be done.
 */
export function givenNow(
  context: Context,
  from: PersonId,
  { kind, key, to, title }: GivenItem,
  language: Language,
): { title: string; path?: string } {
  if (kind !== 'task') {
    const found = [to, from].flatMap((id) => belongingsOf(context, { kind }, id)).find((one) => one.key === key);
    return { title, ...(found ? { path: found.path } : {}) };
  }
  const work = [to, from].flatMap((id) => obligationsOf(context, id)).find((one) => one.key === key);
  return work ? { title: workTitle(context, work, from, language), path: work.path } : { title };
}

export interface Held {
  kind: BelongingKind;
  belonging: Belonging;
  /** Code of why the actor may not transfer it. */
  refusal?: string;
}

/** A person's transferable records and work, in order, with those the actor may not transfer. */
export function heldBy(context: Context, actor: Actor, personId: PersonId, language: Language): Held[] {
  const records = ownedKinds.flatMap((owned) =>
    belongingsOf(context, owned, personId).map((belonging): Held => {
      const refusal = owned.refusal(context, actor, belonging.key);
      return { kind: owned.kind, belonging, ...(refusal === undefined ? {} : { refusal }) };
    }),
  );
  return [...records, ...workOf(context, personId, language).map((belonging): Held => ({ kind: 'task', belonging }))];
}

type StayingKind = (typeof stayingKinds)[number];
export interface Staying {
  kind: StayingKind;
  items: Omit<Belonging, 'ownerId'>[];
}

/** What cannot be transferred, shown so that it is not overlooked. From memory. */
export function stayingWith(context: Context, personId: PersonId, language: Language): Staying[] {
  const reader = { t: context.texts(language), language };
  const plans = [...allPlans(context).values()].flatMap(({ plan, current }) =>
    current &&
    plan.retiredAt === undefined &&
    partsOf(current.version.content).some((part) => part.personId === personId)
      ? [{ key: plan.key, title: current.version.title, path: planPath(plan.key) }]
      : [],
  );
  const asked = context
    .list(ApprovalRequests)
    .all()
    .filter(
      ({ state, stages }) =>
        state === 'open' && stages.some((stage) => stage.personId === personId && stage.closedAt === undefined),
    )
    .map(({ key, title }) => ({ key, title, path: `/approvals/${encodeURIComponent(key)}` }));
  const today = todayOf(context.clock);
  const personal = [...owedOrPassed(context, personId, today).values()]
    .filter(({ personal: isPersonal, state }) => isPersonal && state !== 'done')
    .map(({ key, kind, subject, path }) => ({ key, title: oweWords({ kind, subject }, reader), path }));
  const found: Staying[] = [
    { kind: 'planPart', items: plans },
    { kind: 'namedVoter', items: asked },
    { kind: 'groupRole', items: groupRoles(context, personId, reader.t) },
    { kind: 'personal', items: personal },
  ];
  return found.filter(({ items }) => items.length > 0);
}

function groupRoles(context: Context, personId: PersonId, t: Translate): Staying['items'] {
  return (context.groupRoles?.(personId) ?? []).map(({ role, centreId }) => {
    const centre = centreRef(context, centreId)?.title;
    const name = t(`roles.${role}`);
    return {
      key: `${role} ${centreId ?? ''}`,
      title: centre === undefined ? name : `${name}, ${centre}`,
      path: '/organisation/roles',
    };
  });
}

/** A record's title: a role's own text, as an appointment's title is for readers of the list. */
export function titleOf(context: Context, { kind, belonging }: Pick<Held, 'kind' | 'belonging'>, t: Translate): string {
  if (kind !== 'role' && kind !== 'deputy') return belonging.title;
  const held = context.list(RoleAssignments).get(belonging.key);
  if (!held) return belonging.title;
  const centre = centreRef(context, held.centreId)?.title;
  const name = centre === undefined ? t(`roles.${held.role}`) : `${t(`roles.${held.role}`)}, ${centre}`;
  return kind === 'role'
    ? name
    : t('ownership.succession.deputyFor', { role: name, name: findPerson(context, held.personId)?.title ?? '' });
}
