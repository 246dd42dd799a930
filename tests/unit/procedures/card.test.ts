import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { People } from '../../../api/organisation/index.ts';
import { acknowledgeProcedure, retireProcedure, saveDraft, submitProcedure } from '../../../api/procedures/index.ts';
import { runAction } from '../../../bot/actions/index.ts';
import { procedureCardFor, verbs } from '../../../bot/index.ts';
import { acknowledgeProcedureAct, acknowledgeProcedurePress } from '../../../bot/procedures/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { receiptCardFor } from '../../../teams-app/program/card-kinds.ts';
import { buttonsOf, lintCard, textsOf } from '../bot/lint-card.ts';
import { person, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, inForce } from './a-library.ts';
import { toldByCard } from '../bot/told-by-card.ts';

const said = (message: ChatMessage): string => {
  expect(lintCard(message)).toEqual([]);
  return textsOf(message).join('\n');
};
const cardFor = (context: Context, versionKey: string, who = 'anne') =>
  procedureCardFor(context, versionKey, person(who));
const pressed = async (context: Context, versionKey: string, who = 'anne') =>
  runAction(
    context,
    verbs,
    { verb: 'procedure.acknowledge', data: { versionKey } },
    { personId: person(who), locale: 'da' },
  );

describe('the card about a procedure', () => {
  it('says what, where, by when and why me, and asks for one press', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context, {
      mustAcknowledge: true,
      summary: 'Lås den.\n\nHav den på dig.\nRing straks.\nMere',
    });
    const card = cardFor(context, currentOf(context, key).version.key);
    expect(said(card)).toBe(
      [
        'Ny procedure: Telefon og tablet på farten',
        'Center for nord · Mobile enheder · gælder fra 24. nov. 2026',
        'Det vigtigste:',
        ...['Lås den.', 'Hav den på dig.', 'Ring straks.'],
        'Læs og bekræft senest 8. december. Du bekræfter, at du har læst den og følger den.',
        'Du får kortet, fordi proceduren gælder i Center for nord.',
        'Spørgsmål? Din ISK er Mette Sørensen.',
      ].join('\n'),
    );
    expect(buttonsOf(card)).toEqual(['Jeg har læst og følger den', 'Læs den']);
    expect(card.summary).toBe('Ny procedure: Telefon og tablet på farten. Læs og bekræft senest 8. december.');
  });

  it('is as plain in English, for a guideline, for a job, with hostile words, and when it is late', async () => {
    const { context, setNow } = await aLibrary();
    await context.list(People).update('anne', () => ({ language: 'en' }));
    const title = '**[Klik](https://ond.example)**';
    const key = await inForce(context, {
      ...{
        kind: 'guideline',
        mustAcknowledge: true,
        title,
        summary: '# Stor {{DATE(2026-01-01)}}\n[link](javascript:x)',
      },
      jobTitles: ['Pædagog'],
    });
    setNow('2027-01-10T09:00:00.000Z');
    const text = said(cardFor(context, currentOf(context, key).version.key));
    expect(text).toContain('The whole municipality · Mobile devices');
    expect(text).toContain('The deadline was');
    expect(text).toContain('applies to you as pædagog');
    expect(text).not.toContain('[Klik](');
  });

  it('turns into its receipt, the first one also at the second press', async () => {
    const { context, setNow } = await aLibrary();
    const versionKey = currentOf(context, await inForce(context, { mustAcknowledge: true })).version.key;
    const first = await pressed(context, versionKey);
    expect(said(first.message)).toBe(
      ['Tak, Anne', 'Du bekræftede “Telefon og tablet på farten” den 24. nov. 2026 kl. 10.00.'].join('\n'),
    );
    setNow('2026-11-25T09:00:00.000Z');
    expect(said((await pressed(context, versionKey)).message)).toContain('Du har allerede bekræftet.');
    expect(said(cardFor(context, versionKey))).toContain('24. nov. 2026 kl. 10.00');
  });

  it('answers an old card with the version that has taken over, and a receipt stays a receipt when pressed again', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await inForce(context, { mustAcknowledge: true });
    const old = currentOf(context, key).version.key;
    await acknowledgeProcedure(context, isk, { versionKey: old, channel: 'tab' });
    await saveDraft(context, isk, key, aDraft({ title: 'Telefon og tablet', mustAcknowledge: true }));
    expect(said(cardFor(context, `${key}.v2`))).toContain('Den findes ikke mere');
    await submitProcedure(context, isk, key);
    await approved(context, key);
    const text = said((await pressed(context, old)).message);
    expect(text).toContain('“Telefon og tablet på farten” er kommet i en nyere version.');
    expect(text).toContain('Ændret: Telefon og tablet');
    expect(said((await pressed(context, old, 'isk-nord')).message)).toContain('Du har allerede bekræftet.');
    const edited = said(receiptCardFor(context, old, person('isk-nord')));
    expect(edited).toContain('Du bekræftede “Telefon og tablet på farten”');
    expect(edited).not.toContain('nyere version');
    expect(receiptCardFor(context, old, person('anne'))).toEqual(cardFor(context, old));
    await retireProcedure(context, isk, key, 'x');
    expect(said(receiptCardFor(context, old, person('isk-nord')))).toBe(edited);
  });

  it.each([
    ['moved to another centre', { centreId: 'syd' }, 'Du skal ikke bekræfte den'],
    ['another job', { jobTitle: 'Kok' }, 'Du skal ikke bekræfte den'],
  ])('has nothing to ask of somebody with %s', async (_, given, words) => {
    const { context } = await aLibrary();
    const key = await inForce(context, { mustAcknowledge: true, jobTitles: ['Pædagog'] });
    await toldByCard(context, currentOf(context, key).version.key, 'anne');
    await context.list(People).update('anne', () => given as never);
    const { message } = await pressed(context, currentOf(context, key).version.key);
    expect(said(message)).toContain(words);
  });

  it('says that it is retired, or gone', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context, { mustAcknowledge: true });
    const versionKey = currentOf(context, key).version.key;
    await retireProcedure(context, the(context, 'isk-nord'), key, 'x');
    expect(said((await pressed(context, versionKey)).message)).toContain('Den gælder ikke mere');
    await toldByCard(context, 'none', 'anne');
    expect(said((await pressed(context, 'none')).message)).toContain('Den findes ikke mere');
  });

  it('can be done from the day’s one card too', async () => {
    const { context } = await aLibrary();
    const versionKey = currentOf(context, await inForce(context, { mustAcknowledge: true })).version.key;
    const t = context.texts('da');
    const subject = { key: versionKey, title: 'Telefon og tablet på farten, på ruten og hjemme' };
    const act = acknowledgeProcedureAct(context, { subject } as never, { t, language: 'da', alone: false });
    expect(act?.title.length).toBeLessThanOrEqual(60);
    const thanks = await acknowledgeProcedurePress.read(act?.data)?.run(context, the(context, 'anne'));
    expect(thanks?.text).toBe('Tak, Anne. Du bekræftede “Telefon og tablet på farten” den 24. nov. 2026 kl. 10.00.');
    expect(Object.keys(verbs)).toContain(act?.verb);
  });
});
