import type { Context } from '../context.ts';
import { obligationKinds } from '../obligations/index.ts';
import { defaultCadence, defaultKinds, type Cadence } from './cadence.ts';
import { ReminderCadences } from './cadence-list.ts';

/** How often people are reminded of a kind: as the security team set it, else as it comes. */
export const cadenceOf = (context: Context, kind: string): Cadence =>
  context.list(ReminderCadences).get(kind)?.cadence ?? defaultCadence(kind);

/** Every kind of obligation that the application has, and those known from the beginning. */
export const reminderKinds = (context: Context): readonly string[] => [
  ...new Set([...defaultKinds, ...obligationKinds(context)]),
];
