import type { Context } from '../../../api/context.ts';
import { InspectionFindings, Inspections, shippedChecklists } from '../../../api/inspections/index.ts';
import { addDays, instant, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { centre } from '../../unit/organisation/builders.ts';
import type { Scope } from './actors.ts';

const at = (date: string) => instant(new Date(`${date}T10:00:00.000Z`));

/** A centre's coming visit, and a past one with a finding: the whole municipality is not inspected. */
export async function inspectionsOf(
  context: Context,
  scope: Scope,
  say: (field: string) => string,
  inspectorId: PersonId,
): Promise<void> {
  if (scope === 'whole') return;
  const [checklist] = shippedChecklists;
  if (!checklist) throw new Error('no checklist');
  const [item] = checklist.items;
  for (const state of ['planned', 'held'] as const)
    await context.list(Inspections).create({
      ...{ key: `${state}-${scope}`, title: say('title'), centreId: centre(scope), place: say('place') },
      ...{ checklistKey: checklist.key, checklistVersion: 1, topic: checklist.topic, how: checklist.how },
      ...{
        items: [...checklist.items],
        inspectorId,
        plannedOn: addDays('2026-11-24' as LocalDate, 9),
        why: say('why'),
      },
      ...{ reasons: [{ kind: 'incidents', count: 3 }], state, summary: say('summary'), photos: [] },
      answers: [{ key: item?.key ?? '', answer: 'yes', note: say('answer') }],
      results: [{ key: item?.key ?? '', result: 'notMet', seen: say('seen'), sample: say('sample') }],
      ...(state === 'held' ? { heldAt: at('2026-11-20') } : {}),
      ...{ madeBy: inspectorId, madeAt: at('2026-11-01'), changedBy: inspectorId, changedAt: at('2026-11-01') },
    });
  await context.list(InspectionFindings).create({
    ...{ key: `finding-${scope}`, title: say('finding'), inspectionKey: `held-${scope}`, centreId: centre(scope) },
    ...{ topic: checklist.topic, grade: 'largeDeviation', criterion: say('criterion'), seen: say('foundSeen') },
    ...{ sample: say('foundSample'), method: 'walk', cause: say('cause'), requirementKeys: [], rechecks: [] },
    ...{ controlKeys: [`control-${scope}`], madeBy: inspectorId, madeAt: at('2026-11-20') },
    ...{ changedBy: inspectorId, changedAt: at('2026-11-20') },
  });
}
