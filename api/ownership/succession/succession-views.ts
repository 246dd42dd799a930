import type { Context } from '../../context.ts';
import { forbidden, missing, type Actor, type PersonId } from '../../kernel/index.ts';
import { aboutPerson, mayHandOverFor, maySeeCentre } from '../../obligations/index.ts';
import {
  centreRef,
  everybodyByName,
  findPerson,
  fold,
  foldedMatch,
  freshnessOf,
  hasLeft,
  personRef,
} from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import {
  belongingKinds,
  mostGiven,
  type BelongingKind,
  type BelongingsView,
  type SuccessionView,
} from '../contract.ts';
import { countHeld, givenNow, heldBy, holdersOf, stayingWith, titleOf, type Held } from './belongings.ts';
import { successionProgress } from './carry-out-succession.ts';
import { ownedKinds } from './owned-kinds.ts';
import { Successions, type GivenItem, type Succession } from './succession-list.ts';
import { compareDanish } from '../../texts/format.ts';
import type { Translate } from '../../texts/catalogue.ts';
import { textIfThere } from '../../texts/translate.ts';

const mostFound = 20;
const latest = 20;
const lists = [Successions, ...new Set(ownedKinds.flatMap((owned) => owned.lists))];

/** A centre's weaknesses are for those who may transfer them. */
const told: readonly BelongingKind[] = ['asset', 'service', 'control', 'activity', 'role', 'deputy', 'task'];

/** Those who may transfer, and the auditor. */
const maySeeBelongings = (context: Context, actor: Actor, personId: PersonId): boolean =>
  actor.roles.some(({ role }) => role === 'auditor') || mayHandOverFor(actor, aboutPerson(context, personId));

/** Leavers with records or work, most first; with a search everybody in the actor's reach. From memory. */
export function leaversView(context: Context, actor: Actor, q: string) {
  const search = fold(q);
  const inReach = (personId: PersonId) => maySeeBelongings(context, actor, personId);
  const found =
    search === ''
      ? [...holdersOf(context)].filter((id) => hasLeft(context, id) && inReach(id))
      : everybodyByName(context)
          .filter(({ folded, person }) => foldedMatch(folded, search) && inReach(person.key as PersonId))
          .map(({ person }) => person.key as PersonId);
  const people = found.map((id) => {
    const centre = centreRef(context, findPerson(context, id)?.centreId);
    const about = { person: personRef(context, id), left: hasLeft(context, id), records: countHeld(context, id) };
    return { ...about, ...(centre ? { centre } : {}) };
  });
  if (search === '')
    people.sort((one, other) => other.records - one.records || compareDanish(one.person.name, other.person.name));
  return {
    people: people.slice(0, mostFound),
    successions: context
      .list(Successions)
      .all()
      .filter((one) => maySeeSuccession(context, actor, one))
      .sort((one, other) => other.at.localeCompare(one.at))
      .slice(0, latest)
      .map((one) => headOf(context, one)),
    freshness: freshnessOf(context, ...lists),
  };
}

/** A person's records by kind, before a transfer. From memory. Throws AppError missing, forbidden. */
export function belongingsView(context: Context, actor: Actor, personId: PersonId): BelongingsView {
  if (!maySeeBelongings(context, actor, personId)) throw forbidden('obligations.mayNotHandOver');
  if (!findPerson(context, personId)) throw missing('obligations.noSuchPerson');
  const t = context.texts(actor.language);
  const held = heldBy(context, actor, personId, actor.language);
  const itemOf = ({ refusal, ...one }: Held) => {
    const { key, path } = one.belonging;
    if (refusal === undefined) return { key, path, title: titleOf(context, one, t) };
    const title = told.includes(one.kind) ? titleOf(context, one, t) : t(`ownership.succession.hidden.${one.kind}`);
    return { key, path, title, refusal: whyNot(t, refusal) };
  };
  const groups = belongingKinds.flatMap((kind) => {
    const ofKind = held.filter((one) => one.kind === kind);
    const movable = ofKind.filter(({ refusal }) => refusal === undefined).length;
    return ofKind.length === 0 ? [] : [{ kind, items: ofKind.map(itemOf), movable }];
  });
  const centre = centreRef(context, findPerson(context, personId)?.centreId);
  return {
    person: personRef(context, personId),
    ...(centre ? { centre } : {}),
    left: hasLeft(context, personId),
    records: countHeld(context, personId),
    groups,
    staying: stayingWith(context, personId, actor.language).map(({ kind, items }) => ({
      kind,
      count: items.length,
      // Named voters are shown to deciders only.
      items: kind === 'namedVoter' ? [] : items,
    })),
    movable: groups.reduce((sum, { movable }) => sum + movable, 0),
    most: mostGiven,
    freshness: freshnessOf(context, ...lists),
  };
}

const whyNot = (t: Translate, code: string): string => textIfThere(t, `errors.${code}`) ?? t('errors.kinds.forbidden');
const isReceiver = (actor: Actor, { items }: Succession): boolean => items.some(({ to }) => to === actor.personId);
const followsUp = (context: Context, actor: Actor, { by, from }: Succession): boolean =>
  by === actor.personId || maySeeCentre(actor, findPerson(context, from)?.centreId);
const maySeeSuccession = (context: Context, actor: Actor, one: Succession): boolean =>
  followsUp(context, actor, one) || isReceiver(actor, one);

/** One hand-over: complete for those who follow up, the own part for receivers. Throws AppError missing, forbidden. */
export function successionView(context: Context, actor: Actor, key: string): SuccessionView {
  const succession = context.list(Successions).get(key);
  if (!succession) throw missing('ownership.noSuchSuccession');
  if (!maySeeSuccession(context, actor, succession)) throw forbidden('ownership.mayNotSee');
  const t = context.texts(actor.language);
  const items = followsUp(context, actor, succession)
    ? succession.items
    : succession.items.filter(({ to }) => to === actor.personId);
  return {
    ...headOf(context, { ...succession, items }),
    note: succession.note,
    items: items.map((item) => {
      const { kind, to, why } = item;
      const mayTell = why === undefined || told.includes(kind);
      return {
        kind,
        to: personRef(context, to),
        outcome: outcomeOf(item),
        ...givenNow(context, succession.from, item, actor.language),
        ...(mayTell ? {} : { title: t(`ownership.succession.hidden.${kind}`) }),
        ...(why === undefined ? {} : { why: whyNot(t, why) }),
      };
    }),
    freshness: freshnessOf(context, Successions),
  };
}

const outcomeOf = ({ moved, why }: GivenItem) => {
  if (moved === true) return 'moved' as const;
  return why === undefined ? ('waiting' as const) : ('stayed' as const);
};

function headOf(context: Context, { key, from, by, at, state, items }: Stored<Succession>) {
  const count = (outcome: ReturnType<typeof outcomeOf>) => items.filter((item) => outcomeOf(item) === outcome).length;
  const [moved, stayed] = [count('moved'), count('stayed')];
  return {
    key,
    from: personRef(context, from),
    by: personRef(context, by),
    at,
    state,
    counts: { all: items.length, done: Math.max(moved + stayed, successionProgress(context, key) ?? 0), moved, stayed },
  };
}
