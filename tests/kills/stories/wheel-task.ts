import { z } from 'zod';
import { WheelTasks } from '../../../api/annual-wheel/task-list.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { isk, ciso, type Stage, type Story } from './story.ts';

const title = 'Tæl nøglerne til arkivet';
/** A card of several things has no field for it. */
const note = 'Talt. Der mangler ingen.';
const owed = z.object({ obligations: z.array(z.object({ title: z.string(), path: z.string() }).loose()) });
const done = (stage: Stage) =>
  stage
    .records(WheelTasks)
    .filter((one) => one.title === title && one.doneBy === stage.person(isk) && one.state === 'done');

/** A task of the wheel: put on it, reminded of the next working day, done from the card. */
export const wheelTask: Story = {
  name: 'a task of the wheel is due, reminded of and done',
  // In which card it stands depends on what else is sent that day.
  about: [],
  acts: async (stage) => {
    await stage.as(ciso(stage), 'POST', '/api/wheel/activities', {
      title,
      why: 'Arkivet rummer sager om borgere.',
      source: 'R16',
      role: 'coordinator',
      scope: 'centres',
      steps: [],
      leadDays: 30,
      startsOn: addDays(stage.today(), 3),
      basis: 'calendar',
    });
    await stage.nextDay();
    const mette = stage.person(isk);
    await stage.press(mette, title, `Udført: ${title}`, { note });
    await stage.process();
    const { obligations } = owed.parse(await stage.as(mette, 'GET', '/api/obligations?show=open'));
    const open = obligations.find((one) => one.title === title);
    if (open) await stage.as(mette, 'POST', `/api/wheel/tasks/${open.path.split('/').at(-1)}/complete`, { note });
    await stage.process();
  },
  wrong: async (stage) => (done(stage).length === 1 ? [] : [`the task is done ${done(stage).length} times`]),
};
