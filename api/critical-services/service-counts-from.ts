import { localDate, type LocalDate } from '../kernel/index.ts';
import type { CriticalService } from './service-lists.ts';

/** Day from which the time for a service's figures, and for the plans of what it needs, is counted (R4, R5). */
export const serviceCountsFrom = ({
  countsFrom,
  changedAt,
}: Pick<CriticalService, 'countsFrom' | 'changedAt'>): LocalDate => countsFrom ?? localDate(changedAt);
