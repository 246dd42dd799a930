import { contingency } from './contingency.ts';
import { drafts } from './drafts.ts';
import { governance } from './governance.ts';
import { inspections } from './inspections.ts';
import { learning } from './learning.ts';
import { months } from './months.ts';
import { organisation } from './organisation.ts';
import { registers } from './registers.ts';
import { replaced } from './replaced.ts';
import { risks } from './risks.ts';
import { settings } from './settings.ts';
import { sheets } from './sheets.ts';
import { standards } from './standards.ts';
import { wheel } from './wheel.ts';
import type { TownStory } from './town-story.ts';

/** Stories for kills alone, so that every list that the program writes to is written to at a kill. */
export const townStories: readonly TownStory[] = [
  drafts,
  sheets,
  risks,
  registers,
  contingency,
  standards,
  wheel,
  learning,
  inspections,
  governance,
  organisation,
  settings,
  months,
  replaced,
];
