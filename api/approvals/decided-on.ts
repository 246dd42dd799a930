import { localDate, type LocalDate } from '../kernel/index.ts';
import type { Stage } from './request-list.ts';

/** The Danish day of a stage's decision: its meeting's, which is recorded days later, else the day it closed. */
export const decidedOn = ({ decision, closedAt }: Pick<Stage, 'decision' | 'closedAt'>): LocalDate | undefined =>
  decision?.meetingOn ?? (closedAt === undefined ? undefined : localDate(closedAt));
