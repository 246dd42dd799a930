import { versionKey } from '../../faults/campaign/a-municipality.ts';
import { ciso, employee, isk } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

/** Signatures on paper for people without Teams: a sheet is printed, ticked and recorded. */
export const sheets: TownStory = {
  name: 'a sheet of signatures is made, ticked and recorded',
  before: async (town) => {
    await doing(town)(ciso(town), `POST /api/policy/versions/${versionKey}/publish`, {
      reason: 'Godkendt af Byrådet.',
    });
    await town.process();
  },
  acts: async (town) => {
    const does = doing(town);
    const chief = ciso(town);
    const personIds = [town.person(employee), town.person(isk)];
    const about = {
      kind: 'acknowledgePolicy',
      subjectKey: versionKey,
      way: 'meeting',
      heldOn: town.day(0),
      place: 'Depotet',
    };
    const key = await does(chief, 'POST /api/sign-sheets', { ...about, personIds });
    await does(chief, `PUT /api/sign-sheets/${key}/signed`, { personIds, signed: true });
    await does(chief, `POST /api/sign-sheets/${key}/record`);
    await town.process();
  },
  wrong: nothingMore,
};
