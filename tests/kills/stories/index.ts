import { policy } from './policy.ts';
import { procedure } from './procedure.ts';
import type { Story } from './story.ts';

export type { Story } from './story.ts';

/** What people do: a row each, told with a kill at every write and under every fault. */
export const stories: readonly Story[] = [policy, procedure];
