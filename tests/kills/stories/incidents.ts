import { z } from 'zod';
import { ciso, employee, isk } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const list = z.object({ incidents: z.array(z.object({ key: z.string() })) });
const guide = {
  of: 'lostPapers',
  firstStep: 'Gå tilbage og led',
  firstStepEnglish: 'Go back and look',
  callName: 'Servicedesk',
  callPhone: '43577000',
  nightPhone: '43577001',
};

/** Somebody lost a phone: told to the bot, taken and closed by the ISK; and what the bot answers is changed. */
export const incidents: TownStory = {
  name: 'an accident is reported to the bot, taken and closed',
  acts: async (town) => {
    const does = doing(town);
    const anne = town.person(employee);
    await town.say(anne, 'jeg har mistet min telefon');
    await town.press(anne, 'telefon', 'Giv besked til ISK');
    await town.process();
    const [open] = list.parse(await town.as(town.person(isk), 'GET', '/api/incidents')).incidents;
    await does(town.person(isk), `POST /api/incidents/${open?.key}/take`);
    await does(town.person(isk), `POST /api/incidents/${open?.key}/close`);
    await does(ciso(town), 'PUT /api/incident-guides', guide);
    await town.process();
  },
  wrong: nothingMore,
};
