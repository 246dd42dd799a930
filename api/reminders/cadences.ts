import type { Context } from '../context.ts';
import { obligationKinds } from '../obligations/index.ts';
import { defaultCadence, defaultKinds, type Cadence } from './cadence.ts';
import { ReminderCadences } from './cadence-list.ts';

/** The cadence of a kind: set by the security team, else the default. */
export const cadenceOf = (context: Context, kind: string): Cadence =>
  context.list(ReminderCadences).get(kind)?.cadence ?? defaultCadence(kind);

/** Every kind of obligation in the application, and the original kinds. */
export const reminderKinds = (context: Context): readonly string[] => [
  ...new Set([...defaultKinds, ...obligationKinds(context)]),
];
