import { HandOvers } from '../../../api/obligations/index.ts';
import { ciso, employee, isk, manager } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

/** Roles, leave, work handed to a colleague, and everything of somebody who leaves. */
export const organisation: TownStory = {
  name: 'roles are given and ended, leave is told, work is handed over',
  acts: async (town) => {
    const does = doing(town);
    const [chief, one, anne] = [ciso(town), town.person(isk), town.person(employee)];
    const role = {
      personId: anne,
      role: 'councilSecretary',
      startsOn: town.day(0),
      endsOn: town.day(90),
      chair: false,
    };
    const key = await does(chief, 'POST /api/organisation/assignments', role);
    await does(chief, `POST /api/organisation/assignments/${key}/deputy`, { personId: one });
    await does(one, 'POST /api/obligations/hand-over', {
      fromPersonId: one,
      toPersonId: town.person(manager),
      note: 'Ferie',
    });
    await does(town.person(manager), `PUT /api/absences/${town.person(manager)}`, {
      from: town.day(0),
      to: town.day(5),
    });
    await does(town.person(manager), `DELETE /api/absences/${town.person(manager)}`);
    const handOver = town.records(HandOvers).findLast(({ from, endedAt }) => from === one && endedAt === undefined);
    await does(one, `POST /api/obligations/hand-overs/${handOver?.key}/end`);
    await town.process();
    await does(chief, `POST /api/organisation/assignments/${key}/end`, { endsOn: town.day(0) });
    const proposal = {
      role: 'ciso',
      members: [{ personId: anne }],
      startsOn: town.day(30),
      endsOn: town.day(700),
      reason: 'Ny periode',
    };
    const proposed = await does(chief, 'POST /api/appointments/proposals', proposal);
    await does(chief, `PUT /api/appointments/proposals/${proposed}`, { ...proposal, reason: 'Skifte' });
    await does(chief, `POST /api/appointments/proposals/${proposed}/submit`);
    const successor = { fromPersonId: one, toPersonId: anne, note: 'Stopper' };
    await does(chief, 'POST /api/successions', successor);
    await town.process();
  },
  wrong: nothingMore,
};
