import type { Context } from '../../context.ts';
import { derivation } from '../../derivation.ts';
import { Incidents } from '../../incidents/index.ts';
import { Assets } from '../../assets/index.ts';
import { Improvements } from '../../contingency/index.ts';
import { addDays, localDate, todayOf, type LocalDate } from '../../kernel/index.ts';
import { Centres, centres } from '../../organisation/index.ts';
import { Assessments, knownRisks, Risks } from '../../risks/index.ts';
import { isOpenFinding, stateOfFinding } from '../findings/finding-state.ts';
import { InspectionFindings, Inspections, type Inspection } from '../inspection-lists.ts';
import { inspectionsOfCentre } from '../inspections.ts';

export type Reason = Inspection['reasons'][number];
/** Weights for ordering units. */
const weights: Readonly<Record<Reason['kind'], number>> = {
  redRisks: 2,
  oldFindings: 3,
  neverVisited: 6,
  longAgo: 4,
  incidents: 1,
};
/** Days after which an open finding is old, in which accidents count, and after which a visit is long ago. */
const [oldAfter, accidentDays, longAfter] = [90, 365, 730];

/** Reasons to visit a unit, from numbers alone. Pure. */
export function reasonsFrom(
  seen: { redRisks: number; oldFindings: number; incidents: number; lastHeldOn: LocalDate | undefined },
  today: LocalDate,
): Reason[] {
  const { redRisks, oldFindings, incidents, lastHeldOn } = seen;
  const counted = ([kind, count]: readonly [Reason['kind'], number]): Reason[] => (count > 0 ? [{ kind, count }] : []);
  const isLongAgo = lastHeldOn !== undefined && lastHeldOn < addDays(today, -longAfter);
  return [
    ...(lastHeldOn === undefined ? [{ kind: 'neverVisited' as const }] : []),
    ...counted(['redRisks', redRisks]),
    ...counted(['oldFindings', oldFindings]),
    ...(isLongAgo ? [{ kind: 'longAgo' as const }] : []),
    ...counted(['incidents', incidents]),
  ];
}

/** Higher is sooner. */
export const weightOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { kind, count = 1 }) => sum + weights[kind] * Math.min(count, 5), 0);

export const lastHeldOn = (context: Context, centreId: string): LocalDate | undefined =>
  inspectionsOfCentre(context, centreId)
    .flatMap(({ heldAt }) => (heldAt === undefined ? [] : [localDate(heldAt)]))
    .sort()
    .at(-1);

const tallied = (ids: Iterable<string | undefined>): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const id of ids) if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
};

/** Present risks at the worst level of their scale, by owning centre. */
const redByCentre = (context: Context) =>
  tallied(
    [...knownRisks(context).values()]
      .filter(({ statuses, assessment }) => statuses.current?.level === assessment.scale.levels.length - 1)
      .map(({ asset }) => asset.centreId),
  );

function oldFindingsByCentre(context: Context, today: LocalDate) {
  const before = addDays(today, -oldAfter);
  return tallied(
    context
      .list(InspectionFindings)
      .all()
      .filter(({ madeAt }) => localDate(madeAt) < before)
      .filter((finding) => isOpenFinding(stateOfFinding(context, finding)))
      .map(({ centreId }) => centreId),
  );
}

/** Reasons to visit each unit, as of today. From memory. */
export const reasonsByCentre = derivation(
  [Inspections, InspectionFindings, Improvements, Incidents, Assets, Assessments, Risks, Centres],
  (context): ReadonlyMap<string, readonly Reason[]> => {
    const today = todayOf(context.clock);
    const [red, old] = [redByCentre(context), oldFindingsByCentre(context, today)];
    const since = addDays(today, -accidentDays);
    const incidents = tallied(
      context
        .list(Incidents)
        .all()
        .filter(({ reportedAt }) => localDate(reportedAt) >= since)
        .map(({ centreId }) => centreId),
    );
    return new Map(
      centres(context).map(({ key }) => [
        key,
        reasonsFrom(
          {
            redRisks: red.get(key) ?? 0,
            oldFindings: old.get(key) ?? 0,
            incidents: incidents.get(key) ?? 0,
            lastHeldOn: lastHeldOn(context, key),
          },
          today,
        ),
      ]),
    );
  },
  (context) => todayOf(context.clock),
);
