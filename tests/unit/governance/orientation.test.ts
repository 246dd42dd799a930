import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { addSubject, changeSubject } from '../../../api/governance/orientation/collect-subjects.ts';
import { orientationViewOf } from '../../../api/governance/orientation/orientation-view.ts';
import { sendOrientation } from '../../../api/governance/orientation/send-orientation.ts';
import { Incidents, type Incident } from '../../../api/incidents/index.ts';
import { Inspections, type Inspection } from '../../../api/inspections/index.ts';
import type { Actor, Instant, PersonId } from '../../../api/kernel/index.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aLibrary } from '../procedures/a-library.ts';

const instant = (text: string) => text as Instant;
const ciso = (context: Context, press: string): Actor => ({ ...the(context, 'ciso'), idempotencyKey: press });
const viewOf = (context: Context) => orientationViewOf(context, the(context, 'ciso'));
const suggested = async (context: Context) => (await viewOf(context)).suggestions;
const kinds = async (context: Context) => (await suggested(context)).map(({ kind }) => kind);

const anIncident = (key: string, reportedAt: string): Incident => ({
  ...{ key, title: 'Mistet', kind: 'lostDevice', state: 'open', text: '' },
  ...{ reportedBy: 'anne' as PersonId, reportedAt: instant(reportedAt) },
});

const anInspection = (key: string, closedAt: string): Inspection =>
  ({
    ...{ key, title: `Tilsyn ${key}`, centreId: 'nord', place: '', checklistKey: 'c', checklistVersion: 1 },
    ...{ topic: 'other', how: { da: '', en: '' }, items: [], inspectorId: 'ciso', plannedOn: '2026-10-01' },
    ...{ reasons: [], why: '', state: 'closed', answers: [], results: [], photos: [], summary: 'Det så fint ud.' },
    ...{ closedAt, madeBy: 'ciso', madeAt: closedAt, changedAt: closedAt, changedBy: 'ciso' },
  }) as unknown as Inspection;

/** Takes the first suggestion of a kind as it is. */
async function take(context: Context, kind: string): Promise<string> {
  const found = (await suggested(context)).find((one) => one.kind === kind);
  if (!found) throw new Error(`no suggestion of ${kind}`);
  const { key, path, content } = found;
  await addSubject(context, ciso(context, key), { ...content, path, suggestion: key });
  return (await viewOf(context)).subjects.at(-1)?.key ?? '';
}

async function send(context: Context): Promise<void> {
  const { subjects } = await viewOf(context);
  const seen = subjects.map(({ key, changedAt }) => ({ key, changedAt }));
  await sendOrientation(context, the(context, 'ciso'), seen);
}

describe('a suggestion for Byrådet', () => {
  it('asks its writer for words, which are written before it is sent', async () => {
    const { context } = await aLibrary();
    await context.list(Incidents).create(anIncident('one', '2026-11-20T09:00:00.000Z'));
    const key = await take(context, 'incidents');
    const [subject] = (await viewOf(context)).subjects;
    expect(subject?.asks).toBeDefined();
    expect(subject?.text).toContain(subject?.asks);
    expect(await refusal(() => send(context))).toBe('governance.subjectUnwritten');
    const body = { title: subject?.title ?? '', text: 'Én hændelse. Vi har købt nye låse.' };
    await changeSubject(context, the(context, 'team'), key, body);
    expect((await viewOf(context)).subjects[0]?.asks).toBeUndefined();
    await send(context);
    expect((await viewOf(context)).sent).toMatchObject([{ number: 1 }]);
  });

  it('stays until it is told, and what has been told comes again only with another number or year', async () => {
    const { context, setNow } = await aLibrary();
    for (const key of ['older', 'newer'])
      await context.list(Inspections).create(anInspection(key, `2026-11-${key === 'older' ? 10 : 12}T09:00:00.000Z`));
    await context.list(Incidents).create(anIncident('one', '2026-11-20T09:00:00.000Z'));
    expect(await kinds(context)).toEqual(['incidents', 'inspection', 'inspection']);
    const key = await take(context, 'incidents');
    await changeSubject(context, the(context, 'ciso'), key, { title: 'Én hændelse', text: 'Nye låse.' });
    await take(context, 'inspection');
    setNow('2026-11-25T10:00:00.000Z');
    await send(context);
    // The one that was not taken is on offer for the next.
    expect(await suggested(context)).toMatchObject([{ kind: 'inspection', title: 'Tilsyn older' }]);

    await context.list(Incidents).create(anIncident('two', '2026-11-25T09:00:00.000Z'));
    expect(await kinds(context)).toEqual(['incidents', 'inspection']);
    // A year later there is one orientation more, and the inspection has been on offer for both.
    setNow('2027-11-20T10:00:00.000Z');
    expect(await kinds(context)).toEqual(['inspection']);
    await addSubject(context, ciso(context, 'own'), { title: 'Nye låse', text: '' });
    await send(context);
    setNow('2028-11-20T10:00:00.000Z');
    expect(await kinds(context)).toEqual([]);
  });
});
