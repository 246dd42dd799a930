import { beforeEach, describe, expect, it } from 'vitest';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { absenceView } from '../../../api/obligations/absence-view.ts';
import { endAbsence, obligationsOf, recordAbsence, toldOfLeave } from '../../../api/obligations/index.ts';
import { findPerson, People, seatsOf } from '../../../api/organisation/index.ts';
import { day, person, refusal, the } from '../organisation/builders.ts';
import { aWork, aWorkplace, give, nord } from './a-workplace.ts';

let town: Awaited<ReturnType<typeof aWorkplace>>;
const [isk, anne] = [person('isk-nord'), person('anne')];
const holiday = (who: string, standIn: string | undefined, from = '2026-11-24', to = '2026-11-30') =>
  recordAbsence(town.context, the(town.context, who), {
    ...{ personId: person(who), from: day(from), to: day(to) },
    ...(standIn === undefined ? {} : { standInId: person(standIn) }),
  });
const owedBy = (who: string) =>
  obligationsOf(town.context, person(who)).map(({ key, state, passed }) => [key, state, passed?.from]);
const rolesOfNow = (who: string) => the(town.context, who).roles;
const coordinatorOfNord = { role: 'coordinator', centreId: nord };

beforeEach(async () => {
  town = await aWorkplace();
});

describe('a stand-in in somebody’s holiday', () => {
  it('has what is owed by role in the time, says for whom, and all is back afterwards', async () => {
    await give(town.context, aWork('round', { role: 'coordinator', centreId: nord }));
    await holiday('isk-nord', 'anne', '2026-11-25');
    expect(owedBy('isk-nord')).toContainEqual(['round', 'open', undefined]);
    town.setNow('2026-11-25T09:00:00Z');
    expect(owedBy('anne')).toContainEqual(['round', 'open', 'isk-nord']);
    expect(owedBy('isk-nord')).toEqual([['read_isk-nord', 'paused', undefined]]);
    expect(absenceView(town.context, the(town.context, 'isk-nord'), isk)).toMatchObject({
      ...{ paused: 1, passed: 1, standIn: { id: 'anne' } },
    });
    town.setNow('2026-12-01T09:00:00Z');
    expect(owedBy('isk-nord')).toContainEqual(['round', 'open', undefined]);
    expect(owedBy('anne').map(([key]) => key)).not.toContain('round');
  });

  it('has the role of the centre for those days and no longer, and the manager’s seat where one approves', async () => {
    await holiday('isk-nord', 'anne', '2026-11-25');
    await holiday('manager-nord', 'isk-nord', '2026-12-01', '2026-12-05');
    expect(rolesOfNow('anne')).toEqual([]);
    town.setNow('2026-11-25T09:00:00Z');
    expect(rolesOfNow('anne')).toEqual([coordinatorOfNord]);
    town.setNow('2026-12-01T09:00:00Z');
    expect(rolesOfNow('anne')).toEqual([]);
    expect(seatsOf(town.context, 'centreManager', nord)).toMatchObject([
      { holder: 'manager-nord', actor: 'isk-nord', deputy: 'isk-nord' },
    ]);
    expect(rolesOfNow('isk-nord')).toHaveLength(2);
    town.setNow('2026-12-06T09:00:00Z');
    expect(seatsOf(town.context, 'centreManager', nord)).toMatchObject([{ actor: 'manager-nord' }]);
  });

  it('gets no seat in a body, no work of the team that others are appointed to, and nothing from a stand-in away', async () => {
    await give(town.context, aWork('review', { role: 'ciso' }));
    await give(town.context, aWork('named', { personId: person('ciso') }));
    await holiday('ciso', 'anne');
    await holiday('committee', 'anne');
    expect(owedBy('anne')).toContainEqual(['named', 'open', 'ciso']);
    expect(owedBy('anne').map(([key]) => key)).not.toContain('review');
    expect(owedBy('team').map(([key]) => key)).toContain('review');
    expect(rolesOfNow('anne')).toEqual([]);
    expect(seatsOf(town.context, 'securityCommittee')[0]?.actor).toBeUndefined();
    await holiday('anne', undefined);
    expect(owedBy('anne').map(([key]) => key)).not.toContain('named');
    expect(owedBy('team').map(([key]) => key)).toContain('named');
  });

  it('is a colleague of the centre or somebody with a function, at work that day, and not oneself', async () => {
    expect(await refusal(() => holiday('isk-nord', 'isk-nord'))).toBe('obligations.standInIsSame');
    expect(await refusal(() => holiday('isk-nord', 'bo'))).toBe('obligations.standInElsewhere');
    expect(await refusal(() => holiday('isk-nord', 'nobody'))).toBe('obligations.unknownReceiver');
    await holiday('anne', undefined);
    expect(await refusal(() => holiday('isk-nord', 'anne'))).toBe('obligations.standInAway');
    await expect(holiday('isk-nord', 'isk-syd')).resolves.toBeDefined();
  });

  it('is chosen by nobody but the person and the manager', async () => {
    const input = { personId: isk, from: day('2026-11-24'), standInId: anne };
    for (const who of ['anne', 'ciso', 'isk-syd'])
      expect(await refusal(() => recordAbsence(town.context, the(town.context, who), input))).toBe(
        'obligations.mayNotRecordAbsence',
      );
    await recordAbsence(town.context, the(town.context, 'manager-nord'), input);
    expect(findPerson(town.context, isk)?.standInId).toBe('anne');
  });

  it('is told by a card, and so is the person when another has recorded it; it ends with the absence', async () => {
    await holiday('isk-nord', 'anne');
    const [campaign] = town.context.list(Campaigns).all();
    expect(campaign?.kind).toBe('leave');
    expect(toldOfLeave(town.context, campaign?.subjectKey ?? '')).toEqual([]);
    await endAbsence(town.context, the(town.context, 'isk-nord'), isk);
    expect(findPerson(town.context, isk)?.standInId).toBeUndefined();
  });

  it('has nothing when the list names a stranger, oneself or a circle', async () => {
    await give(town.context, aWork('round', { role: 'coordinator', centreId: nord }));
    for (const standInId of ['stranger', 'isk-nord']) {
      await town.context.list(People).update('isk-nord', () => ({
        ...{ absentFrom: day('2026-11-24'), absentTo: day('2026-11-30'), standInId: person(standInId) },
      }));
      expect(owedBy('manager-nord').map(([key]) => key)).toContain('round');
    }
  });
});
