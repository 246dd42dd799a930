import { ciso, employee } from './story.ts';
import { doing, nothingMore, type TownStory } from './town-story.ts';

/**
 * Months pass: they are closed, sealed and put into files; somebody comes, somebody leaves, and what is kept too long
 * is deleted.
 */
export const months: TownStory = {
  name: 'months pass, are sealed and closed, and what is kept too long is deleted',
  before: async (town) => {
    const does = doing(town);
    const leaves = town.person(employee);
    await does(leaves, 'PUT /api/reminders/wishes', { hour: 10, rhythm: 'weekly', weekday: 2, muted: [] });
    await does(leaves, 'POST /api/calendar-feed');
    for (const kind of ['leaverChoices', 'leaverChats'])
      await does(ciso(town), `PUT /api/retention/${kind}`, { days: 1, isOn: true });
    const { directory } = town.municipality.world;
    directory.addUser({ displayName: 'Ny Medarbejder', appInstalled: true });
    directory.removeUser(leaves);
  },
  acts: async (town) => {
    await town.passes(75);
    // Who gets a card of another kind today gets the rest on the next days.
    await town.nextDay();
    await town.nextDay();
    await town.passes(500);
  },
  wrong: nothingMore,
  // A deletion is told before it begins; what a kill left of it is told anew.
  toldAgain: ['trail deleteExpired', 'told change Retention'],
  // Weeks pass at once: whether a vote is asked for before its committee meets depends on which job is first.
  tellings: 4,
};
