import { describe, expect, it } from 'vitest';
import { AuditEntries, auditKey, recordAct } from '../../../api/audit/index.ts';
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
});
