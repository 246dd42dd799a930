import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { percentDone } from '../documents/index.ts';
import { todayOf, type Actor, type CentreId } from '../kernel/index.ts';
import { Centres, centres, coordinatorsOf, personRef } from '../organisation/index.ts';
import { areaOf } from './areas.ts';
import type { ProcedureCoverageView } from './contract.ts';
import { mayReadEveryVersion, mayWrite } from './permissions.ts';
import { allProcedures, procedures, type ProcedureNow, type VersionNow } from './procedures.ts';
import { compareDanish } from '../texts/format.ts';

type Cell = ProcedureCoverageView['guidelines'][number]['cells'][number];
type State = Cell['state'];

/** A centre's guideline coverage. */
export interface Covered {
  state: State;
  now?: ProcedureNow;
}
const nothing: Covered = { state: 'missing' };

/** Best first: of several procedures of a centre for a guideline, the best counts. */
const order: readonly State[] = ['valid', 'expired', 'waiting', 'draft', 'missing'];

function stateOf({ state }: VersionNow): State | undefined {
  switch (state) {
    case 'valid':
    case 'expired':
    case 'waiting':
      return state;
    case 'draft':
    case 'returned':
    case 'rejected':
      return 'draft';
    case 'superseded':
    case 'retired':
      return undefined;
  }
}

const placeOf = (guidelineKey: string, centreId: string): string => `${guidelineKey} ${centreId}`;

/** Coverage by guideline and centre. */
const covered = derivation(
  procedures.lists,
  (context) => {
    const found = new Map<string, Covered>();
    for (const now of allProcedures(context).values())
      for (const version of [now.current, now.coming]) {
        const { centreId } = now.procedure;
        const guidelineKey = version?.version.guidelineKey;
        const state = version && stateOf(version);
        if (centreId === undefined || guidelineKey === undefined || state === undefined) continue;
        const place = placeOf(guidelineKey, centreId);
        const known = found.get(place) ?? nothing;
        if (order.indexOf(state) < order.indexOf(known.state)) found.set(place, { state, now });
      }
    return found;
  },
  (context) => todayOf(context.clock),
);

/** A centre's guideline coverage today. From memory. */
export const coverageOf = (context: Context, guidelineKey: string, centreId: string): Covered =>
  covered(context).get(placeOf(guidelineKey, centreId)) ?? nothing;

/** Guidelines in force that require a local procedure everywhere, by title. */
export const guidelinesToCover = (context: Context): { now: ProcedureNow; current: VersionNow }[] =>
  [...allProcedures(context).values()]
    .flatMap((now) =>
      now.procedure.kind === 'guideline' && now.current?.version.needsLocal === true
        ? [{ now, current: now.current }]
        : [],
    )
    .sort((one, other) => compareDanish(one.current.version.title, other.current.version.title));

/**
 * Guideline by centre: missing, draft, waiting, valid or expired (R15, R16). All readers see every centre's states; the
 * procedure itself only those who may read it.
 */
export function procedureCoverage(context: Context, actor: Actor): ProcedureCoverageView {
  const inUse = centres(context);
  const total = { needed: 0, valid: 0, expired: 0, waiting: 0, draft: 0, missing: 0 };
  const guidelines = guidelinesToCover(context).map(({ now, current }) => {
    const cells = inUse.map(({ key }) => cellOf(context, actor, now.procedure.key, key as CentreId));
    for (const { state } of cells) total[state] += 1;
    total.needed += cells.length;
    return {
      key: now.procedure.key,
      title: current.version.title,
      area: areaOf(context, actor.language, current.version).title,
      valid: cells.filter(({ state }) => state === 'valid').length,
      cells,
    };
  });
  return {
    centres: inUse.map(({ key, title }, place) => {
      const valid = guidelines.filter(({ cells }) => cells[place]?.state === 'valid').length;
      const needed = guidelines.length;
      return {
        id: key,
        title,
        valid,
        needed,
        percent: percentDone(valid, needed),
        coordinators: coordinatorsOf(context, key as CentreId).map((person) => personRef(context, person.key)),
      };
    }),
    guidelines,
    total,
    freshness: procedures.freshness(context, Centres),
  };
}

function cellOf(context: Context, actor: Actor, guidelineKey: string, centreId: CentreId): Cell {
  const { state, now } = coverageOf(context, guidelineKey, centreId);
  const owned = now?.procedure ?? { kind: 'procedure' as const, centreId };
  const readable = now !== undefined && mayReadEveryVersion(actor, owned);
  const reviewOn = now?.current?.reviewOn;
  return {
    centreId,
    state,
    act: actOn(state, mayWrite(actor, owned), readable),
    ...(readable ? { procedureKey: now.procedure.key } : {}),
    ...(reviewOn === undefined ? {} : { reviewOn }),
  };
}

function actOn(state: State, writes: boolean, readable: boolean): Cell['act'] {
  if (state === 'missing') return writes ? 'make' : 'none';
  if (!readable) return 'none';
  return state === 'expired' && writes ? 'renew' : 'open';
}
