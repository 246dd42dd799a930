import { course } from './course.ts';
import { exercise } from './exercise.ts';
import { guideline } from './guideline.ts';
import { incident } from './incident.ts';
import { inspection } from './inspection.ts';
import { leave } from './leave.ts';
import { policy } from './policy.ts';
import { procedure } from './procedure.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import type { Story } from './story.ts';
import { wheelTask } from './wheel-task.ts';

export type { Stage, Story } from './story.ts';

/** What people do: a row each, told with a kill at every write and under every fault. */
export const stories: readonly Story[] = [
  policy,
  procedure,
  guideline,
  incident,
  wheelTask,
  risk,
  exercise,
  course,
  leave,
  report,
  inspection,
];
