import { asTime } from '../shared/texts/texts.ts';

/** A time of day by language: `09.30` · `09:30`. Any winter day has it, in Danish time. */
export const asClock = (time: string): string => asTime(`2026-01-15T${time}:00+01:00`);
