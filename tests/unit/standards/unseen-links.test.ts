import { describe, expect, it } from 'vitest';
import { applicabilityLines } from '../../../api/standards/applicability-lines.ts';
import { linkNames } from '../../../api/standards/control-links.ts';
import { controlView } from '../../../api/standards/control-views.ts';
import { controlOrThrow } from '../../../api/standards/controls.ts';
import { addControl, changeControl } from '../../../api/standards/index.ts';
import { standardNowOrThrow } from '../../../api/standards/standard-views.ts';
import type { ActivityGiven } from '../../../api/annual-wheel/activity-given.ts';
import { makeActivity } from '../../../api/annual-wheel/index.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { drafted } from '../procedures/a-library.ts';
import { aBody, aStandardsTown } from './builders.ts';

const nobody = () => [];
const activity: ActivityGiven = {
  title: 'Gennemgå logge',
  why: '',
  source: 'R2',
  role: 'securityTeam',
  scope: 'organisation',
  steps: [],
  leadDays: 14,
  rule: 'FREQ=MONTHLY;INTERVAL=3',
  startsOn: day('2026-02-01'),
  basis: 'calendar',
};

describe('what is linked to a control and is not the reader’s to open', () => {
  it('is not offered: a draft stands in the names of its own centre’s writers only', async () => {
    const { context } = await aStandardsTown();
    const north = await drafted(context);
    const south = await drafted(context, { centreId: 'syd' }, 'isk-syd');
    const offered = (who: string) => linkNames(context, the(context, who), 'procedure', '').map(({ key }) => key);
    expect(offered('isk-nord')).toEqual([north]);
    expect(offered('isk-syd')).toEqual([south]);
    expect(offered('ciso').toSorted()).toEqual([north, south].toSorted());
  });

  it('is refused like an unknown one when it is written', async () => {
    const { context } = await aStandardsTown();
    const south = await drafted(context, { centreId: 'syd' }, 'isk-syd');
    const body = aBody({ centreId: 'nord', procedureKeys: [south] });
    expect(await refusal(() => addControl(context, the(context, 'isk-nord'), body))).toBe('standards.noSuchProcedure');
  });

  it('is left out of the control and of the statement of applicability', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const south = await drafted(context, { centreId: 'syd' }, 'isk-syd');
    const key = await add({ centreId: 'nord', procedureKeys: [south] });
    const now = standardNowOrThrow(context, 'iso27001-a');
    const told = (who: string) => [
      controlView(context, the(context, who), key, nobody).procedures.length,
      applicabilityLines(context, the(context, who), now).flatMap(({ procedures }) => procedures).length,
    ];
    expect(told('isk-nord')).toEqual([0, 0]);
    expect(told('isk-syd')).toEqual([1, 1]);
    expect(told(ciso.personId)).toEqual([1, 1]);
  });

  it('stays when somebody saves the control without seeing it, and goes when somebody who sees it leaves it out', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const south = await drafted(context, { centreId: 'syd' }, 'isk-syd');
    const north = await drafted(context);
    const key = await add({ centreId: 'nord', procedureKeys: [south] });
    const keys = () => controlOrThrow(context, key).procedureKeys;
    await changeControl(context, the(context, 'isk-nord'), key, aBody({ centreId: 'nord', procedureKeys: [north] }));
    expect(keys()).toEqual([north, south]);
    await changeControl(context, ciso, key, aBody({ centreId: 'nord', procedureKeys: [north] }));
    expect(keys()).toEqual([north]);
  });

  it('of the wheel is for those who may open the wheel: an owner without a role may not', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const { activity: made } = await makeActivity(context, ciso, activity);
    const key = await add({ ownerId: 'anne', wheelActivityKeys: [made.key] });
    const anne = the(context, 'anne');
    expect(linkNames(context, anne, 'wheelActivity', '')).toEqual([]);
    expect(controlView(context, anne, key, nobody).wheelActivities).toEqual([]);
    expect(linkNames(context, ciso, 'wheelActivity', '')).toHaveLength(1);
    await changeControl(context, anne, key, aBody({ ownerId: 'anne' }));
    expect(controlOrThrow(context, key).wheelActivityKeys).toEqual([made.key]);
  });
});
