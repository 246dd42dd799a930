import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { acknowledgementKey, Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { blockSize, Campaigns, Cursors, DeliveryBlocks, type Recipient } from '../../../api/deliveries/index.ts';
import { nowOf, type PersonId } from '../../../api/kernel/index.ts';
import { acknowledgeProcedure, retireProcedure, saveDraft, submitProcedure } from '../../../api/procedures/index.ts';
import { createEditsAgain, createEndedCards, type EditResult } from '../../../bot/sending/index.ts';
import { endedKinds } from '../../../teams-app/program/card-kinds.ts';
import { buttonsOf, textsOf } from '../bot/lint-card.ts';
import { person, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, inForce } from './a-library.ts';

/** The campaign of a version, with its people in blocks. */
async function sentTo(context: Context, versionKey: string, blocks: readonly (readonly string[])[]): Promise<string> {
  const key = `campaign-${versionKey}`;
  const [startedAt, startedBy] = [nowOf(context.clock), person('isk-nord')];
  await context.list(Campaigns).create({
    ...{ key, title: 'Telefon', kind: 'procedure', subjectKey: versionKey, state: 'finished', startedAt, startedBy },
  });
  for (const [position, people] of blocks.entries())
    await context.list(DeliveryBlocks).create({
      ...{ key: `${key}-${position}`, title: key, campaignKey: key, position },
      recipients: people.map((id): Recipient => ({
        person: id as PersonId,
        state: 'sent',
        activity: `a-${id}`,
        at: startedAt,
      })),
    });
  return key;
}

/** A run of the program that follows what is over. */
function follower(context: Context, answer: (personId: PersonId) => EditResult = () => 'edited') {
  const edits = new Map<string, string[]>();
  const again = createEditsAgain(context, (_subject, personId, message) => {
    expect(buttonsOf(message)).toEqual([]);
    edits.set(personId, [...(edits.get(personId) ?? []), textsOf(message).join('\n')]);
    return Promise.resolve(answer(personId));
  });
  const cards = createEndedCards({ context, kinds: endedKinds, editCard: again.editCard });
  return { cards, edits, again };
}

const retired = '“Telefon og tablet på farten” gælder ikke mere. Du skal ikke bekræfte den.';
const retire = (context: Context, key: string) => retireProcedure(context, the(context, 'isk-nord'), key, 'Afløst');
async function aLibraryWithCards(blocks: readonly (readonly string[])[]) {
  const { context, setNow } = await aLibrary();
  const key = await inForce(context, { mustAcknowledge: true });
  const versionKey = currentOf(context, key).version.key;
  const campaign = await sentTo(context, versionKey, blocks);
  return { context, setNow, key, versionKey, campaign };
}

describe('the cards of a version that is over', () => {
  it('say that it is retired, once, and a receipt stays', async () => {
    const { context, key, versionKey } = await aLibraryWithCards([['anne', 'isk-nord'], ['manager-nord']]);
    await acknowledgeProcedure(context, the(context, 'anne'), { versionKey, channel: 'card' });
    const first = follower(context);
    await first.cards.process();
    expect([...first.edits]).toEqual([]);
    await retire(context, key);
    await first.cards.process();
    await first.cards.process();
    expect(Object.fromEntries(first.edits)).toEqual({ 'isk-nord': [retired], 'manager-nord': [retired] });
    const restarted = follower(context);
    await restarted.cards.process();
    expect([...restarted.edits]).toEqual([]);
  });

  it('say that there is a newer version, which has a card of its own', async () => {
    const { context, key } = await aLibraryWithCards([['anne']]);
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ mustAcknowledge: true }));
    await submitProcedure(context, the(context, 'isk-nord'), key);
    await approved(context, key);
    const { cards, edits } = follower(context);
    await cards.process();
    expect([...edits.values()].flat()).toEqual([
      '“Telefon og tablet på farten” er kommet i en nyere version. Du skal ikke bekræfte den gamle.',
    ]);
  });

  it('are edited some blocks a run, and after a kill from the block it came to', async () => {
    const crowd = (block: number) => Array.from({ length: blockSize }, (_, place) => `p-${block}-${place}`);
    const { context, key, campaign } = await aLibraryWithCards([crowd(1), crowd(2), crowd(3)]);
    await retire(context, key);
    const first = follower(context);
    await first.cards.process();
    expect(first.edits.size).toBe(blockSize);
    expect(context.list(Cursors).get(`ended-${campaign}`)?.position).toBe(1);
    const second = follower(context);
    await second.cards.process();
    await second.cards.process();
    expect([...second.edits.keys()].toSorted()).toEqual([...crowd(2), ...crowd(3)].toSorted());
  });

  it('are tried again later while Teams refuses, and in the end left, where a press still answers', async () => {
    const { context, setNow, key, campaign } = await aLibraryWithCards([['anne']]);
    await retire(context, key);
    const { cards, edits, again } = follower(context, () => 'gaveUp');
    const triesAt: number[] = [];
    const from = Date.parse('2026-11-24T09:00:00.000Z');
    for (let minute = 0; minute < 2 * 24 * 60; minute += 1) {
      setNow(new Date(from + minute * 60_000).toISOString());
      const before = edits.get('anne')?.length ?? 0;
      await cards.process();
      await again.process();
      if ((edits.get('anne')?.length ?? 0) > before) triesAt.push(minute);
    }
    expect(triesAt.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 31]);
    expect(triesAt).toHaveLength(24);
    expect(new Set(edits.get('anne'))).toEqual(new Set([retired]));
    expect(context.list(Cursors).get(`ended-${campaign}`)?.position).toBe(1);
  });

  it('stay as they are where the person has answered before Teams takes the edit', async () => {
    const { context, setNow, key, versionKey } = await aLibraryWithCards([['anne']]);
    let result: EditResult = 'gaveUp';
    const { cards, edits, again } = follower(context, () => result);
    await retire(context, key);
    await cards.process();
    await context.list(Acknowledgements).create({
      key: acknowledgementKey(versionKey, person('anne')),
      title: 'Anne',
      versionKey,
      personId: person('anne'),
      outcome: 'acknowledged',
      at: nowOf(context.clock),
      channel: 'signature',
      contentHash: 'x',
    });
    result = 'edited';
    setNow('2026-11-24T10:30:00.000Z');
    await again.process();
    expect(edits.get('anne')).toEqual([retired]);
  });

  it('that are being edited are waited for when the program stops, and no other is begun', async () => {
    const { context, key } = await aLibraryWithCards([['anne'], ['isk-nord']]);
    await retire(context, key);
    const gate = Promise.withResolvers<EditResult>();
    const begun: string[] = [];
    const cards = createEndedCards({
      context,
      kinds: endedKinds,
      editCard: (_subject, personId) => {
        begun.push(personId);
        return gate.promise;
      },
    });
    const run = cards.process();
    await expect.poll(() => begun).toEqual(['anne']);
    let hasStopped = false;
    const stop = cards.stop().then(() => (hasStopped = true));
    await breath();
    expect(hasStopped).toBe(false);
    gate.resolve('edited');
    await Promise.all([run, stop]);
    expect(begun).toEqual(['anne']);
  });
});
