import type { Context } from '../context.ts';
import { eachItem } from '../each-item.ts';
import { addDays, localDate, todayOf } from '../kernel/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { askNewAssessment } from './findings/raise-risk.ts';
import { InspectionFindings, Inspections, type Inspection } from './inspection-lists.ts';
import { isOnWheel, putOnWheel } from './programme/on-the-wheel.ts';
import { followCancel, recordPlanned } from './programme/plan-inspection.ts';
import { followHold, recordClosed } from './visits/walk-inspection.ts';

/** Days that it looks back: what is changed on the wheel later is nobody's crash. */
const looksBack = 2;

/**
 * Completes after a crash what nobody presses again for: wheel tasks of visits, new assessments that findings require,
 * the trail. Free when complete. Throws the first failure at the end.
 */
export async function continueInspections(context: Context): Promise<void> {
  const since = addDays(todayOf(context.clock), -looksBack);
  const each = eachItem(context, 'wheelActs');
  const isLate = ({ changedAt }: { changedAt: Inspection['changedAt'] }) => localDate(changedAt) >= since;
  await each.of(context.list(Inspections).all().filter(isLate), (inspection) => follow(context, inspection));
  await each.of(context.list(InspectionFindings).all().filter(isLate), (finding) =>
    askNewAssessment(context, finding, finding.changedBy),
  );
  each.end();
}

async function follow(context: Context, inspection: Stored<Inspection>): Promise<void> {
  const { state, madeBy } = inspection;
  if (state === 'planned' && !isOnWheel(context, inspection)) await putOnWheel(context, madeBy, inspection);
  await recordPlanned(context, inspection);
  if (state === 'cancelled') await followCancel(context, inspection);
  if (state === 'held') await followHold(context, inspection);
  if (state === 'closed') await recordClosed(context, inspection);
}
