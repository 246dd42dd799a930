import { Improvements, improvementsOf, type Improvement } from '../contingency/index.ts';
import type { Context } from '../context.ts';
import { addDays, localDate, stableKey, type LocalDate, type Responsible, type SharedWork } from '../kernel/index.ts';
import type { SharedSource } from '../obligations/index.ts';
import { doersOf, findingState } from './findings/finding-state.ts';
import { InspectionFindings, Inspections, type Inspection } from './inspection-lists.ts';
import { findingPath, inspectionPath } from './inspections.ts';
import { answerKey, namedToAnswer, namedToInspect, reportKey } from './permissions.ts';

/** Days before the visit when the unit's answer is due, and is owed from. */
const [answerBefore, askBefore] = [5, 28];
/** Days for the report after the visit, and for the re-check after the actions. */
const [reportWithin, recheckWithin] = [14, 14];

/** By when the unit answers: some days before the visit, and never before it was planned. */
export function answerDeadline({ plannedOn, madeAt }: Pick<Inspection, 'plannedOn' | 'madeAt'>): LocalDate {
  const [wanted, made] = [addDays(plannedOn, -answerBefore), localDate(madeAt)];
  if (wanted > made) return wanted;
  return made < plannedOn ? made : plannedOn;
}

function workOf(inspection: Inspection, today: LocalDate): SharedWork[] {
  const { key, title, state, centreId, plannedOn, madeAt, answeredAt, heldAt, changedAt } = inspection;
  const about = { subject: { key, title }, state: 'open' as const, path: inspectionPath(key) };
  if (state === 'planned' && answeredAt === undefined) {
    const due = answerDeadline(inspection);
    const [made, asked] = [localDate(madeAt), addDays(plannedOn, -askBefore)];
    const since = [made > asked ? made : asked, due].sort()[0] ?? due;
    const responsible = namedToAnswer(inspection);
    return since > today
      ? []
      : [{ ...about, key: answerKey(key), kind: 'answerInspection', due, since, centreId, responsible }];
  }
  if (state !== 'held') return [];
  const since = localDate(heldAt ?? changedAt);
  const due = addDays(since, reportWithin);
  // Not followed up by the unit: the inspector's work has no centre.
  return [
    { ...about, key: reportKey(key), kind: 'reportInspection', due, since, responsible: namedToInspect(inspection) },
  ];
}

/** The unit's answer before the visit, and the inspector's report (R2, R16). */
export const inspectionSource: SharedSource = {
  kinds: ['answerInspection', 'reportInspection'],
  lists: [Inspections],
  work: (context, today) =>
    context
      .list(Inspections)
      .all()
      .flatMap((inspection) => workOf(inspection, today)),
};

/** The inspector re-checks, or the team if the inspector did the action. */
function namedToRecheck(
  context: Context,
  { inspectorId }: Pick<Inspection, 'inspectorId'>,
  actions: readonly Improvement[],
): Responsible {
  return doersOf(actions).includes(inspectorId) ? { role: 'securityTeam' } : namedToInspect({ inspectorId });
}

/** Re-checks of findings by another person (R16). Done when re-checked. */
export const recheckSource: SharedSource = {
  kinds: ['recheckFinding'],
  lists: [InspectionFindings, Inspections, Improvements],
  work: (context, today) =>
    context
      .list(InspectionFindings)
      .all()
      .flatMap((finding): SharedWork[] => {
        const actions = improvementsOf(context, finding.key);
        const inspection = context.list(Inspections).get(finding.inspectionKey);
        if (!inspection || findingState(finding, actions, today) !== 'toRecheck') return [];
        const done =
          actions
            .flatMap(({ doneAt }) => doneAt ?? [])
            .sort()
            .at(-1) ?? finding.changedAt;
        const { key, title } = finding;
        return [
          {
            key: stableKey('recheckFinding', key),
            kind: 'recheckFinding',
            subject: { key, title },
            state: 'open',
            since: localDate(done),
            due: addDays(localDate(done), recheckWithin),
            path: findingPath(key),
            responsible: namedToRecheck(context, inspection, actions),
          },
        ];
      }),
};
