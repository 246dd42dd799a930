import { centreId, ciso, employee, manager } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

const course = { title: 'Nyt kursus', url: 'https://kursus.example/gdpr', minutes: 30, describe: 'Kort' };

/** A course with a round: declared, recorded, exempted, reminded of and closed. */
export const learning: TownStory = {
  name: 'a course opens its round, is taken, excused and closed',
  acts: async (town) => {
    const does = doing(town);
    const [chief, head, anne] = [ciso(town), town.person(manager), town.person(employee)];
    const courseKey = await does(chief, 'POST /api/learning/courses', course);
    await does(chief, `PUT /api/learning/courses/${courseKey}`, { ...course, minutes: 45 });
    const round = {
      courseKey,
      title: 'Vinter',
      opensOn: town.day(0),
      dueOn: town.day(30),
      newWithinDays: 30,
      basis: 'round',
      selfDeclared: true,
      obliged: { everybody: false, centreIds: [centreId], groupIds: [], personIds: [] },
    };
    const roundKey = await does(chief, 'POST /api/learning/rounds', round);
    await does(chief, `PUT /api/learning/rounds/${roundKey}`, { ...round, title: 'Vinteren' });
    await town.process();
    await does(anne, `POST /api/learning/rounds/${roundKey}/declare`, { takenOn: town.day(0) });
    const recorded = { personId: head, courseKey, completedOn: town.day(-1), note: '' };
    await does(chief, 'POST /api/learning/completions', recorded);
    const excused = { personId: town.holders('coordinator')[0], courseKey, reason: 'Orlov' };
    const exemption = await does(chief, 'POST /api/learning/exemptions', {
      ...excused,
      from: town.day(0),
      until: town.day(9),
    });
    await does(chief, `POST /api/learning/exemptions/${exemption}/end`);
    await does(chief, `POST /api/learning/rounds/${roundKey}/nudge`, { centreId });
    await town.process();
    await does(chief, `POST /api/learning/rounds/${roundKey}/close`);
    await town.process();
  },
  wrong: nothingMore,
};
