import { catalogue } from '../../../api/annual-wheel/catalogue.ts';
import { ciso, employee, isk } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const activity = {
  title: 'Gennemgå adgange',
  why: 'R1',
  source: 'R1',
  role: 'ciso',
  scope: 'organisation',
  steps: [{ id: 's1', title: 'Hent listen' }],
  leadDays: 14,
  basis: 'calendar',
  rule: 'FREQ=YEARLY',
};

/** A task of the wheel, a plan with a task, a meeting of the network, and a calendar feed. */
export const wheel: TownStory = {
  name: 'a task is planned and done, a plan made, a meeting held',
  acts: async (town) => {
    const does = doing(town);
    const [chief, one] = [ciso(town), town.person(isk)];
    const body = { ...activity, startsOn: town.day(7) };
    const key = await does(chief, 'POST /api/wheel/activities', body);
    await does(chief, `PUT /api/wheel/activities/${key}`, { ...body, leadDays: 30 });
    await does(chief, 'POST /api/wheel/catalogue/adopt', { keys: [catalogue[0]?.key] });
    const task = `/api/wheel/tasks/${key}_${town.day(7)}`;
    await does(chief, `POST ${task}/start`, { note: 'I gang' });
    await does(chief, `PUT ${task}/steps/s1`, { done: true });
    await does(chief, `POST ${task}/complete`, { note: 'Alle set' });
    const plan = await does(chief, 'POST /api/wheel/plans', { title: 'Indsats', startsOn: town.day(1) });
    const planned = { title: 'Opgave', due: town.day(30), role: 'securityTeam' };
    await does(chief, `POST /api/wheel/plans/${plan}/tasks`, planned);
    const meeting = { title: 'Netværksmøde', on: town.day(10), startsAt: '10:00', minutes: 60, place: 'Rådhuset' };
    const met = await does(chief, 'POST /api/wheel/meetings', { ...meeting, agenda: ['Nyt'] });
    await town.process();
    await does(one, `POST /api/wheel/meetings/${met}/answer`, { reply: 'yes' });
    const follow = { title: 'Følg op', personId: one, due: town.day(20) };
    await does(chief, `POST /api/wheel/meetings/${met}/follow-ups`, follow);
    await does(chief, `POST /api/wheel/meetings/${met}/cancel`);
    await does(chief, `POST /api/wheel/activities/${key}/close`, { reason: 'Afløst' });
    await does(town.person(employee), 'POST /api/calendar-feed');
    await does(town.person(employee), 'DELETE /api/calendar-feed');
    await town.process();
  },
  wrong: nothingMore,
};
