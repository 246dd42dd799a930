import { ciso, employee } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const cadence = { before: [7], onTheDay: true, overdueEvery: 7 };

const guide = {
  of: 'lostPapers',
  firstStep: 'Gå tilbage og led',
  firstStepEnglish: 'Go back and look',
  callName: 'Servicedesk',
  callPhone: '43577000',
  nightPhone: '43577001',
};

/** What is chosen for all, and by each. */
export const settings: TownStory = {
  name: 'settings, limits, wishes and areas are chosen',
  acts: async (town) => {
    const does = doing(town);
    const chief = ciso(town);
    await does(chief, 'PUT /api/reminders/cadences/acknowledgePolicy', cadence);
    await does(chief, 'PUT /api/reminders/cadences/acknowledgePolicy', { ...cadence, overdueEvery: 14 });
    await does(chief, 'DELETE /api/reminders/cadences/acknowledgePolicy');
    const wish = { hour: 10, rhythm: 'weekly', weekday: 2, muted: [] };
    await does(town.person(employee), 'PUT /api/reminders/wishes', wish);
    await does(town.person(employee), 'PUT /api/reminders/wishes', { ...wish, hour: 11 });
    const area = { title: 'Personoplysninger', decidedBy: 'securityTeam', reviewMonths: 12 };
    await does(chief, 'PUT /api/procedure-areas/area-personal-data', area);
    await does(chief, 'POST /api/figures/feed');
    await does(chief, 'DELETE /api/figures/feed');
    await does(chief, 'POST /api/figures/freeze', { day: town.day(-2) });
    await does(chief, 'PUT /api/incident-guides', guide);
    await town.process();
  },
  wrong: nothingMore,
};
