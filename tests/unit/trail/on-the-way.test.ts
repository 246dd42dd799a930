import { expect, it } from 'vitest';
import { AuditEntries, recordAct } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { unavailable, type Instant } from '../../../api/kernel/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { recordTrailOf, trailViewOf } from '../../../api/trail/views/trail-view.ts';
import { aTown, person, the } from '../organisation/builders.ts';

it('the trail says how much of it is on its way, so that a vote without its end is not taken for the whole', async () => {
  const { context: town } = await aTown();
  let isAway = false;
  const context: Context = {
    ...town,
    texts: translator,
    list: (definition) => ({
      ...town.list(definition),
      create: (record, lane) =>
        isAway ? Promise.reject(unavailable('sharepoint.away')) : town.list(definition).create(record, lane),
    }),
  };
  const act = (name: string, subjectKey = 'case') =>
    recordAct(context, {
      act: name,
      subjectKey,
      actorId: person('ciso'),
      at: '2026-11-24T09:00:00.000Z' as Instant,
    });
  await act('voteOnApproval');
  await expect.poll(() => context.list(AuditEntries).all().length).toBe(1);
  isAway = true;
  await act('closeStage');
  await act('closeStage', 'another');
  const ciso = the(context, 'ciso');
  const record = await recordTrailOf(context, ciso, [], { key: 'case', older: false });
  expect([record.entries.length, record.onTheWay]).toEqual([1, 1]);
  const view = await trailViewOf(context, ciso, [], { offset: 0, limit: 50 });
  expect([view.total, view.onTheWay]).toEqual([1, 2]);
});
