import { expect, it } from 'vitest';
import { continueWheelActs, WheelActivities } from '../../../api/annual-wheel/index.ts';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { raiseRisk } from '../../../api/inspections/findings/raise-risk.ts';
import { continueInspections } from '../../../api/inspections/index.ts';
import { movePlan, planInspection } from '../../../api/inspections/programme/plan-inspection.ts';
import { holdInspection } from '../../../api/inspections/visits/walk-inspection.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { AssessmentTriggers } from '../../../api/risks/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aPlan, aVisit, itemKey, type VisitWorld } from '../../unit/inspections/a-visit.ts';
import { person } from '../../unit/organisation/builders.ts';
import { dyingLists } from './dying-lists.ts';

type Act = (world: VisitWorld) => Promise<unknown>;
const moved = { centreId: aPlan.centreId, place: '', why: '', inspectorId: 'team' };

/** Each act, what precedes it, and what the trail may lack the name of: its record's changes are told there. */
const acts: Readonly<Record<string, { before?: Act; act: Act; nameless?: string }>> = {
  'an inspection that is planned': {
    act: ({ context, as }) => planInspection(context, as('ciso'), { ...aPlan, plannedOn: '2026-12-15' }),
  },
  'one that is moved': {
    act: ({ context, as, key }) => movePlan(context, as('ciso'), key, { ...moved, plannedOn: '2026-12-10' }),
    nameless: 'moveInspection',
  },
  'one that is held': {
    before: ({ seeing }) => seeing(itemKey),
    act: ({ context, as, key }) => holdInspection(context, as('team'), key),
  },
  'one that is cancelled': { act: ({ cancel }) => cancel() },
  'a finding that raises a risk': {
    before: ({ found }) => found(),
    act: ({ context, as, findings }) => raiseRisk(context, as('team'), findings()[0]?.key ?? '', 'kasse'),
    nameless: 'raiseFindingRisk',
  },
};

async function aWorld(before?: Act) {
  const world = await aVisit();
  declareObligationSources(world.context, obligationSources);
  await before?.(world);
  world.setNow('2026-11-24T10:00:00.000Z');
  return { ...world, dying: dyingLists(world.context) };
}
/** What an act leaves: tasks of the wheel, what the inspector owes, reasons to assess anew, names in the trail. */
const leftBy = ({ context }: VisitWorld, nameless?: string) => ({
  wheel: context
    .list(WheelActivities)
    .all()
    .map(({ title, personId, revisions, closedOn }) => ({ title, personId, revisions, closedOn })),
  owed: obligationsOf(context, person('team')).map(({ kind, due, state }) => ({ kind, due, state })),
  triggers: context.list(AssessmentTriggers).all().length,
  trail: context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title)
    .filter((title) => title !== nameless)
    .sort(),
});

it.each(Object.entries(acts))(
  '%s is so though the program ends in its middle, and nobody presses again',
  async (_name, one) => {
    const whole = await aWorld(one.before);
    const writes = await whole.dying.counted(() => one.act(whole));
    expect(writes).toBeGreaterThan(1);
    for (let died = 1; died < writes; died += 1) {
      const world = await aWorld(one.before);
      world.dying.dieAfter(died);
      await one.act(world).catch(() => undefined);
      world.dying.revive();
      await continueInspections(world.context);
      await continueWheelActs(world.context);
      await continueAudit(world.context);
      expect(leftBy(world, one.nameless), `died after write ${died} of ${writes}`).toEqual(leftBy(whole, one.nameless));
      const before = world.context.list(WheelActivities).version;
      await continueInspections(world.context);
      expect(world.context.list(WheelActivities).version).toBe(before);
    }
  },
);

it('what is changed on the wheel afterwards stays', async () => {
  const { context } = await aWorld();
  const [activity] = context.list(WheelActivities).all();
  if (!activity) throw new Error('no task');
  await context.list(WheelActivities).update(activity.key, ({ history }) => ({
    personId: person('anne'),
    history: [...history, { at: '2026-11-24T10:00:00.000Z', by: person('ciso'), what: 'changed' as const }],
  }));
  await continueInspections(context);
  expect(context.list(WheelActivities).get(activity.key)).toMatchObject({ personId: 'anne' });
});
