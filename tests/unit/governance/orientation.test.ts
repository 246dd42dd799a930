import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { addSubject, changeSubject } from '../../../api/governance/orientation/collect-subjects.ts';
import { orientationViewOf } from '../../../api/governance/orientation/orientation-view.ts';
import { sendOrientation } from '../../../api/governance/orientation/send-orientation.ts';
import { Incidents, type Incident } from '../../../api/incidents/index.ts';
import type { Actor, Instant, PersonId } from '../../../api/kernel/index.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aLibrary } from '../procedures/a-library.ts';

const instant = (text: string) => text as Instant;
const ciso = (context: Context, press: string): Actor => ({ ...the(context, 'ciso'), idempotencyKey: press });
const viewOf = (context: Context) => orientationViewOf(context, the(context, 'ciso'));
const suggested = async (context: Context) => (await viewOf(context)).suggestions;

const anIncident = (key: string, reportedAt: string): Incident => ({
  ...{ key, title: 'Mistet', kind: 'lostDevice', state: 'open', text: '' },
  ...{ reportedBy: 'anne' as PersonId, reportedAt: instant(reportedAt) },
});

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
});
