import { nothingMore, type TownStory } from './town-story.ts';

/** Months pass: they are closed, sealed and put into files, and what is kept too long is deleted. */
export const months: TownStory = {
  name: 'months pass, are sealed and closed',
  acts: async (town) => {
    await town.passes(75);
  },
  wrong: nothingMore,
};
