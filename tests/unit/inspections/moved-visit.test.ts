import { beforeEach, describe, expect, it } from 'vitest';
import { WheelActivities } from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { shippedChecklists } from '../../../api/inspections/index.ts';
import { movePlan, planInspection } from '../../../api/inspections/programme/plan-inspection.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aTown, person, the } from '../organisation/builders.ts';

let context: Context;
let setNow: (moment: string) => void;
let key: string;
const body = { place: '', why: '', inspectorId: 'team', plannedOn: '2026-11-10' };

beforeEach(async () => {
  ({ context, setNow } = await aTown('2026-11-01T09:00:00.000Z'));
  declareObligationSources(context, obligationSources);
  const [checklist] = shippedChecklists;
  const about = { checklistKey: checklist?.key ?? '', centreId: 'syd' };
  ({ key } = await planInspection(context, the(context, 'ciso'), { ...body, ...about }));
  setNow('2026-11-20T09:00:00.000Z');
});
const move = (changes: object) => movePlan(context, the(context, 'ciso'), key, { ...body, ...changes });
const owed = () => obligationsOf(context, person('team')).map(({ due }) => due);

describe('the visit of an inspection whose day has passed', () => {
  it('is owed on its new day alone when it is moved, and again when it is moved back and forth', async () => {
    expect(owed()).toEqual(['2026-11-10']);
    await move({ plannedOn: '2026-12-10' });
    await move({ plannedOn: '2027-01-20' });
    await move({ plannedOn: '2026-12-10' });
    setNow('2026-12-01T09:00:00.000Z');
    expect(owed()).toEqual(['2026-12-10']);
  });

  it('stays overdue since that day when only its reason is changed, which its task says', async () => {
    await move({ why: 'Der var fund sidste år' });
    expect(owed()).toEqual(['2026-11-10']);
    expect(context.list(WheelActivities).all()).toMatchObject([{ why: 'Der var fund sidste år' }]);
  });
});
