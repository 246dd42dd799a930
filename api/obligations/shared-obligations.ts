import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import type { LocalDate, Obligation, PersonId, SharedWork } from '../kernel/index.ts';
import { People, RoleAssignments } from '../organisation/index.ts';
import { orWhileHeld } from '../sharepoint/index.ts';
import { groupStamp } from './group-stamp.ts';
import { HandOvers } from './hand-over-list.ts';
import { handOversInForce } from './hand-overs.ts';
import { assign, type Assigned } from './responsible.ts';
import { rosterOn } from './roster.ts';
import { obligationSources, type ObligationSources } from './source.ts';

/** The shared work of a day with its owners. */
export interface SharedOnDay {
  obligations: readonly Obligation[];
  byPerson: ReadonlyMap<PersonId, readonly Obligation[]>;
  byKey: ReadonlyMap<string, Obligation>;
  /** Work without any possible owner: counted, so that it does not disappear. */
  nobodys: readonly SharedWork[];
  /** Who is named for it by its source, by key. */
  named: ReadonlyMap<string, PersonId>;
}

/** Today, and a day of a preview. */
const mostDays = 3;
type Days = Map<LocalDate, SharedOnDay>;
const cache = new WeakMap<ObligationSources, (context: Context) => Days>();

/** Derived again when work, people, roles or hand-overs change. */
export function sharedOn(context: Context, day: LocalDate): SharedOnDay {
  const days = daysOf(obligationSources(context))(context);
  const known = days.get(day);
  if (known) return known;
  if (days.size >= mostDays) days.clear();
  const made = derive(context, day);
  days.set(day, made);
  return made;
}

function daysOf(sources: ObligationSources): (context: Context) => Days {
  const known = cache.get(sources);
  if (known) return known;
  const lists = [...sources.shared.flatMap((source) => source.lists), People, RoleAssignments, HandOvers];
  const made = derivation([...new Set(lists)], (): Days => new Map(), groupStamp);
  cache.set(sources, made);
  return made;
}

function derive(context: Context, day: LocalDate): SharedOnDay {
  const roster = rosterOn(context, day);
  const obligations: Obligation[] = [];
  const nobodys: SharedWork[] = [];
  const byPerson = new Map<PersonId, Obligation[]>();
  const named = new Map<string, PersonId>();
  for (const { work } of obligationSources(context).shared)
    for (const one of orWhileHeld(() => work(context, day), [])) {
      if (one.responsible.personId !== undefined) named.set(one.key, one.responsible.personId);
      const handedOver = orWhileHeld(() => handOversInForce(context, one.key, day), []);
      const assigned = assign(one.responsible, roster, handedOver);
      if (!assigned) {
        nobodys.push(one);
        continue;
      }
      const obligation = owedBy(one, assigned);
      obligations.push(obligation);
      const known = byPerson.get(obligation.personId);
      if (known) known.push(obligation);
      else byPerson.set(obligation.personId, [obligation]);
    }
  const byKey = new Map(obligations.map((obligation) => [obligation.key, obligation]));
  return { obligations, byPerson, byKey, nobodys, named };
}

function owedBy(work: SharedWork, { personId, passed }: Assigned): Obligation {
  const { responsible: _responsible, ...debt } = work;
  return { ...debt, personId, personal: false, ...(passed ? { passed } : {}) };
}
