import { it } from 'vitest';
import { People } from '../../../../api/organisation/index.ts';
import { acknowledgeProcedure, retireProcedure, saveDraft, submitProcedure } from '../../../../api/procedures/index.ts';
import { endedProcedureCard, procedureCardFor } from '../../../../bot/index.ts';
import { person, the } from '../../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, inForce } from '../../procedures/a-library.ts';
import { readCards } from './as-read.ts';

it('cards about procedures and guidelines read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aLibrary();
    for (const { key } of context.list(People).all()) await context.list(People).update(key, () => ({ language }));
    const card = (versionKey: string, who = 'anne') => procedureCardFor(context, versionKey, person(who));
    const isk = the(context, 'isk-nord');

    const key = await inForce(context, { mustAcknowledge: true, summary: 'Lås den.\nHav den på dig.\nRing straks.' });
    const first = currentOf(context, key).version.key;
    look('a local procedure', card(first));
    const guideline = await inForce(context, { kind: 'guideline', mustAcknowledge: true, jobTitles: ['Pædagog'] });
    look('a guideline for a job', card(currentOf(context, guideline).version.key));
    look('in another centre', card(first, 'bo'));
    await acknowledgeProcedure(context, the(context, 'anne'), { versionKey: first, channel: 'card' });
    look('acknowledged', card(first));
    await saveDraft(context, isk, key, aDraft({ title: 'Telefon og tablet', mustAcknowledge: true }));
    look('of a draft', card(`${key}.v2`));
    await submitProcedure(context, isk, key);
    await approved(context, key);
    look('the old card, pressed after a new version', card(first, 'isk-nord'));
    setNow('2027-01-10T09:00:00.000Z');
    look('the last day is over', card(currentOf(context, key).version.key));
    await retireProcedure(context, isk, key, 'Afløst');
    look('retired', card(`${key}.v2`));
    const ended = (versionKey: string, who: string) => endedProcedureCard(context, versionKey, person(who));
    const lines = [ended(first, 'isk-nord'), ended(`${key}.v2`, 'anne')];
    for (const line of lines) if (line) look('unanswered, of a version that is over', line);
  });
});
