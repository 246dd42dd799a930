import { expect, it } from 'vitest';
import { AuditEntries } from '../../../../api/audit/index.ts';
import { changeDowntime } from '../../../../api/contingency/downtime/change-downtime.ts';
import { continueDowntimes } from '../../../../api/contingency/downtime/continue-downtimes.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { the } from '../../organisation/builders.ts';
import { aCrisis } from './a-crisis.ts';

it('continueDowntimes › tells of a correction that a crash came after, so that the cards follow, and tells once', async () => {
  const { context, setNow } = await aCrisis();
  const actor = the(context, 'isk-nord');
  const { downtime } = await reportDowntime(context, actor, { assetKey: 'journal', note: '' });
  const written = () =>
    context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'changeDowntime');
  await continueDowntimes(context);
  expect(written()).toEqual([]);
  setNow('2026-11-24T09:10:00Z');
  const { key, startedAt } = downtime;
  await changeDowntime(context, actor, key, { startedAt, note: 'Sort skærm', centreIds: ['syd'] });
  const [before] = written();
  await context.list(AuditEntries).remove(before?.key ?? '');
  setNow('2026-11-24T09:20:00Z');
  await continueDowntimes(context);
  await continueDowntimes(context);
  expect(written()).toMatchObject([{ key: before?.key, at: '2026-11-24T09:10:00.000Z', details: { centres: 1 } }]);
});
