import { z } from 'zod';
import { Completions } from '../../../api/awareness/index.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { ciso, employee, type Story } from './story.ts';

const title = 'Phishing i hverdagen';
const keyed = z.object({ key: z.string() });

/** A course: a round of it is opened, who has not taken it is nudged, and says so from the card. */
export const course: Story = {
  name: 'a course is asked for, nudged and taken',
  about: [title],
  acts: async (stage) => {
    const [team, anne] = [ciso(stage), stage.person(employee)];
    const made = await stage.as(team, 'POST', '/api/learning/courses', {
      title,
      url: 'https://laering.example/phishing',
      minutes: 10,
      describe: 'Hvordan en falsk mail ser ud.',
    });
    const round = await stage.as(team, 'POST', '/api/learning/rounds', {
      courseKey: keyed.parse(made).key,
      title: 'Phishing',
      opensOn: stage.today(),
      dueOn: addDays(stage.today(), 20),
      newWithinDays: 30,
      basis: 'round',
      obliged: { everybody: false, centreIds: [], groupIds: [], personIds: [anne] },
      selfDeclared: true,
    });
    const { key } = keyed.parse(round);
    await stage.process();
    await stage.as(team, 'POST', `/api/learning/rounds/${key}/nudge`, { personIds: [anne] });
    await stage.nextDay();
    await stage.press(anne, title, `Jeg har taget ${title}`);
    await stage.process();
    if (!stage.records(Completions).some((one) => one.personId === anne && one.courseKey === keyed.parse(made).key))
      await stage.as(anne, 'POST', `/api/learning/rounds/${key}/declare`, {});
    await stage.process();
  },
  wrong: async (stage) => {
    const list = stage.records(Completions).filter(({ personId }) => personId === stage.person(employee));
    const courses = list.map(({ courseKey }) => courseKey);
    const isTwice = new Set(courses).size < courses.length;
    return isTwice ? ['a course is taken twice'] : [];
  },
};
