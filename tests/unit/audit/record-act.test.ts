import { createJournal } from '../../../api/journal/index.ts';
import { memoryEngine } from '../../support/memory-journal.ts';
import { describe, expect, it } from 'vitest';
import { AuditEntries, auditHistory, auditKey, continueAudit, recordAct } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { closedRecords, closeMonths, declareHistory } from '../../../api/history/index.ts';
import { unavailable } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { person } from '../organisation/builders.ts';
import { moment } from '../policy/builders.ts';

const act = { act: 'endRole', subjectKey: 'k', actorId: person('ciso'), at: moment('2026-11-24T09:00:00.000Z') };

describe('recordAct', () => {
  it('appends once for the same act, and again for another occasion', async () => {
    const { context } = memoryContext();
    await recordAct(context, { ...act, occasion: 'first', details: { role: 'ciso' } });
    await recordAct(context, { ...act, occasion: 'first', details: { role: 'other' } });
    await recordAct(context, { ...act, occasion: 'second' });
    const entries = context.list(AuditEntries).all();
    expect(entries.map(({ details }) => details)).toEqual([{ role: 'ciso' }, {}]);
    expect(entries[0]).toMatchObject({ title: 'endRole', subjectKey: 'k', actorId: 'ciso', at: act.at });
  });

  it('has a key that says what was done to what', () => {
    expect(auditKey({ act: 'publishPolicy', subjectKey: '4.0' })).toBe('publishPolicy_4.0');
  });

  /** A context on the same journal with unwritable lists, or those of the program's next run. */
  const away = (context: Context): Context => ({
    ...context,
    list: (definition) => ({
      ...context.list(definition),
      create: () => Promise.reject(unavailable('sharepoint.away')),
    }),
  });

  it('lets nobody wait while the list is away, and the entry is written when it is back', async () => {
    const engine = memoryEngine();
    const aRun = () => createJournal(engine, { error: () => undefined });
    const context = { ...memoryContext().context, journal: aRun() };
    const broken = { ...away(context), journal: aRun() };
    await recordAct(broken, act);
    await expect(continueAudit(broken)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(context.list(AuditEntries).all()).toEqual([]);
    await recordAct(broken, act);
    // The next run of the program finds it in the journal.
    await continueAudit(context);
    await continueAudit(context);
    expect(context.list(AuditEntries).all()).toMatchObject([{ title: 'endRole', at: act.at }]);
  });

  it('waits for the list where nothing durable is at hand', async () => {
    const { context } = memoryContext();
    const add = () => Promise.reject(unavailable('journal.unavailable'));
    const without = { ...context, journal: { ...context.journal, add } };
    await recordAct(without, act);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
    await expect(recordAct(away(without), { ...act, occasion: 'other' })).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('brings back nothing of a month that has left the list, and goes on appending what happens now', async () => {
    const { context, setNow } = memoryContext();
    declareHistory(context, [auditHistory({ settle: () => recordAct(context, late), reached: () => Infinity })]);
    const late = { ...act, occasion: 'left out by a crash' };
    await recordAct(context, act);
    setNow('2027-02-01T09:00:00.000Z');
    await closeMonths(context);
    expect(context.list(AuditEntries).all()).toEqual([]);
    expect((await closedRecords(context, AuditEntries, '2026-11')).map(({ key }) => key)).toEqual([
      auditKey(act),
      auditKey(late),
    ]);
    await recordAct(context, act);
    await recordAct(context, late);
    await continueAudit(context);
    expect(context.list(AuditEntries).all()).toEqual([]);
    await recordAct(context, { ...act, at: moment('2027-02-01T09:00:00.000Z'), occasion: 'now' });
    await continueAudit(context);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
    // The clock is set back into a closed month.
    setNow('2026-11-25T09:00:00.000Z');
    await recordAct(context, { ...act, at: moment('2026-11-25T08:59:00.000Z'), occasion: 'again' });
    await continueAudit(context);
    expect(context.list(AuditEntries).all()).toHaveLength(2);
  });
});
