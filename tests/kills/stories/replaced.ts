import { versionKey } from '../../faults/campaign/a-municipality.ts';
import { ciso, employee } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const publish = (key: string) => `POST /api/policy/versions/${key}/publish`;

/**
 * A version of the policy that people have had is replaced: its cards end, and months later its receipts close.
 * Somebody is new.
 */
export const replaced: TownStory = {
  name: 'a version of the policy is replaced, its cards end and its receipts close',
  before: async (town) => {
    const does = doing(town);
    await does(ciso(town), publish(versionKey), { reason: 'Godkendt af Byrådet.' });
    await town.process();
    await does(town.person(employee), `POST /api/policy/versions/${versionKey}/acknowledge`);
    await town.process();
  },
  acts: async (town) => {
    const does = doing(town);
    const draft = {
      title: 'Informationssikkerhedspolitik',
      number: '6.0',
      body: '# Formål\n\nVi passer på.',
      summary: 'Nyt formål',
      changeKind: 'major',
      effectiveOn: town.day(0),
    };
    const key = await does(ciso(town), 'POST /api/policy/versions', draft);
    await does(ciso(town), publish(key), { reason: 'Godkendt af Byrådet.' });
    town.municipality.world.directory.addUser({ displayName: 'Ny Medarbejder', appInstalled: true });
    await town.process();
    // Who gets a card of another kind on a day gets the rest on the next ones.
    await town.nextDay();
    await town.nextDay();
    await town.passes(150);
    await town.nextDay();
    await town.nextDay();
  },
  wrong: nothingMore,
};
