import { it } from 'vitest';
import { Successions } from '../../../../api/ownership/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { successionCardFor } from '../../../../bot/index.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, person } from '../../organisation/builders.ts';
import { at } from '../../risks/register-world.ts';
import { readCards } from './as-read.ts';

const given = (kind: 'asset' | 'control' | 'task', title: string, place: number) => ({
  ...{ kind, title, key: `${kind}-${place}`, to: person('anne'), moved: true },
});
const systems = ['Omsorgsjournalen', 'Vagtplanen', 'Nødkald', 'Skærmbesøg', 'Kørelister'];

it('cards about what somebody has taken over read as they are approved', async () => {
  await readCards(async (look, language) => {
    const town = await aTown();
    const context = { ...town.context, texts: translator };
    await context.list(People).update('anne', () => ({ language }));
    await context.list(People).update('isk-syd', () => ({ title: 'Mette Holm' }));
    const all = {
      title: 'Bo Ærø',
      from: person('bo'),
      by: person('isk-syd'),
      at: at('2026-11-24'),
      state: 'done',
    } as const;
    await context.list(Successions).create({
      ...{ key: 'many', ...all, note: 'Bo stopper den 30. november. Ring til mig, hvis noget driller.' },
      items: [
        ...systems.map((title, place) => given('asset', title, place)),
        given('control', 'Rent bord og lukkede døre', 0),
        given('task', 'Gennemgå Udlevering af medicin', 0),
      ],
    });
    await context.list(Successions).create({
      ...{ key: 'one', ...all, note: 'Nu er den din' },
      items: [given('asset', 'Vagtplanen', 0)],
    });
    look('several kinds', successionCardFor(context, 'many', person('anne')));
    look('one thing', successionCardFor(context, 'one', person('anne')));
    look('it is gone', successionCardFor(context, 'nothing', person('anne')));
  });
});
