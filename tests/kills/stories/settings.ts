import { shippedSettings } from '../../../api/critical-services/index.ts';
import { RiskScales, shippedScales } from '../../../api/risks/index.ts';
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
    await does(chief, 'PUT /api/procedure-areas/area-personal-data', { ...area, reviewMonths: 6 });
    await does(chief, 'POST /api/figures/feed');
    await does(chief, 'DELETE /api/figures/feed');
    await does(chief, 'POST /api/figures/freeze', { day: town.day(-2) });
    await does(chief, 'PUT /api/incident-guides', guide);
    await does(chief, 'PUT /api/incident-guides', { ...guide, firstStep: 'Led igen' });
    await does(chief, 'PUT /api/figures/limits/policyCoverage', { limit: 90 });
    await does(chief, 'PUT /api/figures/limits/policyCoverage', { limit: 95 });
    await does(chief, 'DELETE /api/figures/limits/policyCoverage');
    await does(chief, 'PUT /api/continuity-settings', { ...shippedSettings, vitalWithin: 24 });
    await does(chief, 'PUT /api/continuity-settings', shippedSettings);
    const scale = shippedScales[0]?.scale;
    await does(chief, 'POST /api/risks/scales', { title: 'Vores skala', scale });
    const own = town.records(RiskScales).find(({ title }) => title === 'Vores skala')?.key;
    await does(chief, `POST /api/risks/scales/${own}/choose`);
    await does(chief, 'POST /api/risks/scales/standard/choose');
    await does(chief, 'PUT /api/retention/absences', { days: 800, isOn: true });
    await does(chief, 'PUT /api/retention/absences', { days: 900, isOn: false });
    await town.process();
  },
  wrong: nothingMore,
  // The first key reached nobody, and is stored as a digest: another is made.
  toldAgain: ['told change FigureSettings secretDigest', 'trail makeFiguresFeed'],
};
