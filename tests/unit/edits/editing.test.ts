import { describe, expect, it } from 'vitest';
import { recordAct } from '../../../api/audit/index.ts';
import { editing, etagOf } from '../../../api/edits/index.ts';
import type { Context } from '../../../api/context.ts';
import { AppError, nowOf, unavailable } from '../../../api/kernel/index.ts';
import { the, aTown } from '../organisation/builders.ts';

/** `isTrailAway`: entries of the trail stay in the journal. */
async function aNote({ isTrailAway = false } = {}) {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  const away = () => Promise.reject(unavailable('sharepoint.away'));
  const context: Context = isTrailAway
    ? { ...town.context, list: (definition) => ({ ...town.context.list(definition), create: away }) }
    : town.context;
  let text = 'Først';
  const etag = () => etagOf({ text });
  const edit = editing(etag, async (_context, actor, { body }: { body: { text: string } }) => {
    ({ text } = body);
    const at = nowOf(context.clock);
    await recordAct(context, { act: 'changeAdvice', subjectKey: 'note', actorId: actor.personId, at, occasion: text });
    return text;
  });
  const save = (by: string, to: string, expected?: string, press?: string) =>
    edit(
      context,
      { ...the(context, by), ...(press === undefined ? {} : { idempotencyKey: press }) },
      { params: { noteKey: 'note' }, query: undefined, body: { text: to, expected } },
    );
  return { save, etag, text: () => text };
}
const refusal = (thrown: unknown) => (thrown instanceof AppError ? { code: thrown.code, ...thrown.details } : thrown);

describe('an edit', () => {
  it('of what another has saved since is refused with who and when, and writes nothing', async () => {
    const { save, etag, text } = await aNote();
    const seen = etag();
    await save('ciso', 'Camillas', seen);
    expect(await save('team', 'Teamets', seen).catch(refusal)).toEqual({
      ...{ code: 'edits.changedMeanwhile', name: 'Person ciso', at: '2026-11-24T09:00:00.000Z' },
    });
    expect(text()).toBe('Camillas');
    await save('team', 'Begges', etag());
    expect(text()).toBe('Begges');
  });

  it('of what another has saved since says who and when also while that is on its way to the trail', async () => {
    const { save, etag } = await aNote({ isTrailAway: true });
    const seen = etag();
    await save('ciso', 'Camillas', seen);
    expect(await save('team', 'Teamets', seen).catch(refusal)).toMatchObject({ name: 'Person ciso' });
  });

  it('of two at the same moment lets one through', async () => {
    const { save, etag } = await aNote();
    const seen = etag();
    const both = await Promise.all(['ciso', 'team'].map((by) => save(by, by, seen).catch(refusal)));
    expect(both.filter((one) => typeof one === 'string')).toHaveLength(1);
  });

  it('that is pressed again because its answer was lost is no conflict', async () => {
    const { save, etag } = await aNote();
    const seen = etag();
    await save('ciso', 'Rettet', seen, 'press-0001');
    expect(await save('ciso', 'Rettet', seen, 'press-0001')).toBe('Rettet');
    expect(await save('ciso', 'Igen', seen, 'press-0002').catch(refusal)).toMatchObject({
      code: 'edits.changedMeanwhile',
    });
  });

  it('from a page that knows of no version is carried out as before', async () => {
    const { save, text } = await aNote();
    await save('ciso', 'Uden');
    expect(text()).toBe('Uden');
  });

  it('has the same version for the same content in any order of its members', () => {
    expect(etagOf({ one: 1, other: [{ a: 'x', b: undefined }] })).toBe(etagOf({ other: [{ a: 'x' }], one: 1 }));
    expect(etagOf({ one: 1 })).not.toBe(etagOf({ one: 2 }));
  });
});
