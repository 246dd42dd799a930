import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recordAct } from '../../../api/audit/index.ts';
import { editing, etagOf } from '../../../api/edits/index.ts';
import type { Context } from '../../../api/context.ts';
import { journalKind } from '../../../api/journal/index.ts';
import { AppError, nowOf, unavailable } from '../../../api/kernel/index.ts';
import { takeSharedPart } from '../../../api/shared-part.ts';
import { the, aTown, person } from '../organisation/builders.ts';

/** `isTrailAway`: entries of the trail stay in the journal. */
async function aNote({ isTrailAway = false, dies = false } = {}) {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  const away = () => Promise.reject(unavailable('sharepoint.away'));
  const context: Context = isTrailAway
    ? { ...town.context, list: (definition) => ({ ...town.context.list(definition), create: away }) }
    : town.context;
  let text = 'Først';
  let isDying = dies;
  const etag = () => etagOf({ text });
  const edit = editing(etag, async (_context, actor, { body }: { body: { text: string } }) => {
    ({ text } = body);
    if (isDying) throw unavailable('sharepoint.away');
    const at = nowOf(context.clock);
    await recordAct(context, { act: 'changeAdvice', subjectKey: 'note', actorId: actor.personId, at, occasion: text });
    return text;
  });
  const other: Context = { ...context };
  let running: Context = { ...context, tellOthers: (name, value) => takeSharedPart(other, name, value) };
  const save = (by: string, to: string, expected: string, press?: string) =>
    edit(
      running,
      { ...the(context, by), ...(press === undefined ? {} : { idempotencyKey: press }) },
      { params: { noteKey: 'note' }, query: undefined, body: { text: to, expected } },
    );
  /** The next presses come to another instance, which reads the same lists and is told what this one does. */
  const elsewhere = () => {
    running = other;
  };
  /** The program is started again: the journal and the record are what there is. */
  const restart = () => {
    running = { ...context };
    isDying = false;
  };
  return { save, etag, text: () => text, write: (said: string) => void (text = said), restart, elsewhere, context };
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

  it('that is pressed again at another instance is no conflict, until another has saved over it', async () => {
    const { save, etag, elsewhere } = await aNote();
    const seen = etag();
    await save('ciso', 'Rettet', seen, 'press-0001');
    elsewhere();
    expect(await save('ciso', 'Rettet', seen, 'press-0001')).toBe('Rettet');
    await save('team', 'Teamets', etag(), 'press-0002');
    expect(await save('ciso', 'Rettet', seen, 'press-0001').catch(refusal)).toMatchObject({ name: 'Person team' });
  });

  it('that is pressed again after another has saved over it is refused', async () => {
    const { save, etag, text } = await aNote();
    const seen = etag();
    await save('ciso', 'Rettet', seen, 'press-0001');
    await save('team', 'Teamets', etag(), 'press-0002');
    expect(await save('ciso', 'Rettet', seen, 'press-0001').catch(refusal)).toMatchObject({ name: 'Person team' });
    expect(text()).toBe('Teamets');
  });

  it('that is pressed again after what followed changed the record by another way is refused', async () => {
    const { save, etag, text, write } = await aNote();
    const seen = etag();
    await save('ciso', 'Rettet', seen, 'press-0001');
    write('Fra et kort');
    expect(await save('ciso', 'Rettet', seen, 'press-0001').catch(refusal)).toMatchObject({ name: 'Person ciso' });
    expect(text()).toBe('Fra et kort');
  });

  it('has the same version for the same content in any order of its members', () => {
    expect(etagOf({ one: 1, other: [{ a: 'x', b: undefined }] })).toBe(etagOf({ other: [{ a: 'x' }], one: 1 }));
    expect(etagOf({ one: 1 })).not.toBe(etagOf({ one: 2 }));
  });
});

describe('an edit that was written by a program that died before its answer', () => {
  const [first, other] = ['press-0001', 'press-0002'];

  it('is no conflict with itself when it is pressed again', async () => {
    const { save, etag, text, restart } = await aNote({ dies: true });
    const seen = etag();
    expect(await save('ciso', 'Rettet', seen, first).catch(refusal)).toMatchObject({ code: 'sharepoint.away' });
    expect(etag()).not.toBe(seen);
    restart();
    expect(await save('ciso', 'Rettet', seen, first)).toBe('Rettet');
    expect(text()).toBe('Rettet');
  });

  it('is one with everybody else, and with another press of the same person', async () => {
    const { save, etag, restart } = await aNote({ dies: true });
    const seen = etag();
    await save('ciso', 'Rettet', seen, first).catch(refusal);
    restart();
    for (const [by, press] of [['team', first] as const, ['ciso', other] as const])
      expect(await save(by, 'Andet', seen, press).catch(refusal)).toMatchObject({ code: 'edits.changedByAnother' });
  });

  it('is one when another has saved since', async () => {
    const { save, etag, text, restart } = await aNote({ dies: true });
    const seen = etag();
    await save('ciso', 'Rettet', seen, first).catch(refusal);
    restart();
    await save('team', 'Teamets', etag(), other);
    expect(await save('ciso', 'Rettet', seen, first).catch(refusal)).toMatchObject({ name: 'Person team' });
    expect(text()).toBe('Teamets');
  });

  it('is one when another has changed it since by another way', async () => {
    const { save, etag, text, write, restart, context } = await aNote({ dies: true });
    const seen = etag();
    await save('ciso', 'Rettet', seen, first).catch(refusal);
    restart();
    write('Fra et kort');
    const at = nowOf(context.clock);
    await recordAct(context, {
      act: 'changeAdvice',
      subjectKey: 'note',
      actorId: person('team'),
      at,
      occasion: 'card',
    });
    expect(await save('ciso', 'Rettet', seen, first).catch(refusal)).toMatchObject({ name: 'Person team' });
    expect(text()).toBe('Fra et kort');
  });

  it('is no conflict with itself after another has saved another record of the same address', async () => {
    const town = await aTown('2026-11-24T09:00:00.000Z');
    const texts = new Map([
      ['phone', 'Først'],
      ['letter', 'Først'],
    ]);
    let isDying = true;
    const edit = editing(
      (_context, { body }: { body: { of: string; text: string } }) => etagOf(texts.get(body.of)),
      (_context, _actor, { body }: { body: { of: string; text: string } }) => {
        texts.set(body.of, body.text);
        if (isDying) throw unavailable('sharepoint.away');
        return body.text;
      },
      { recordIn: ({ of }) => of },
    );
    const seen = etagOf('Først');
    const save = (by: string, of: string, press: string | undefined) =>
      edit(
        { ...town.context },
        { ...the(town.context, by), ...(press === undefined ? {} : { idempotencyKey: press }) },
        { params: {}, query: undefined, body: { of, text: by, expected: seen } },
      );
    await save('ciso', 'phone', first).catch(refusal);
    isDying = false;
    expect(await save('team', 'letter', other)).toBe('team');
    expect(await save('ciso', 'phone', first)).toBe('ciso');
    expect(await save('team', 'phone', other).catch(refusal)).toMatchObject({ code: 'edits.changedByAnother' });
    expect([...texts]).toEqual([
      ['phone', 'ciso'],
      ['letter', 'team'],
    ]);
  });

  it('leaves nothing in the journal once its outcome is known', async () => {
    const { save, etag, restart, context } = await aNote({ dies: true });
    const left = () => context.journal.all(journalKind('save', z.unknown())).then((all) => all.length);
    const seen = etag();
    await save('ciso', 'Rettet', seen, first).catch(refusal);
    expect(await left()).toBe(1);
    restart();
    await save('ciso', 'Rettet', seen, first);
    expect(await left()).toBe(0);
    await save('team', 'Teamets', etag(), other);
    expect(await left()).toBe(0);
  });
});
