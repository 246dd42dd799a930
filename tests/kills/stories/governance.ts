import { ciso, employee } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const measure = {
  title: 'Låse til skabe',
  background: 'Skabene står åbne',
  costOnce: 1000,
  costYearly: 0,
  risk: 'Høj',
  recommendation: 'Køb dem',
  steps: [],
};

/** A measure for the managing body, an agenda, a report on what has moved, and the orientation of the council. */
export const governance: TownStory = {
  name: 'a measure is submitted, an agenda held, the council told',
  acts: async (town) => {
    const does = doing(town);
    const chief = ciso(town);
    const key = await does(chief, 'POST /api/measures', measure);
    await does(chief, `PUT /api/measures/${key}`, { ...measure, costOnce: 2000 });
    const agenda = { title: 'Møde', body: 'securityCommittee', meetsOn: town.day(10), requestKeys: [] };
    const agendaKey = await does(chief, 'POST /api/agendas', agenda);
    await does(chief, `PUT /api/agendas/${agendaKey}`, { ...agenda, note: 'Kort' });
    await does(chief, 'POST /api/status-reports', { note: 'Siden sidst', agendaKey });
    await does(chief, 'POST /api/status-reports', { note: 'Siden mødet', agendaKey });
    await does(chief, `POST /api/measures/${key}/submit`);
    await town.process();
    const advice = await does(chief, 'POST /api/advice', { askedById: town.person(employee), answer: 'Svar' });
    const better = { askedById: town.person(employee), answer: 'Et bedre svar' };
    await does(chief, `PUT /api/advice/${advice}`, better);
    await does(chief, 'POST /api/governance/orientation/subjects', { title: 'Emne', text: 'Sagt' });
    await does(chief, 'PUT /api/governance/orientation/intro', { intro: 'Kære byråd' });
    const report = await does(chief, 'POST /api/reports', { year: Number(town.day(0).slice(0, 4)) - 1 });
    await does(chief, `PUT /api/reports/${report}`, {
      texts: [{ key: 'summary', text: 'Et godt år' }],
      off: [],
      decisions: [],
    });
    await town.process();
  },
  wrong: nothingMore,
};
