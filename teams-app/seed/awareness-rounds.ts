import type { Course, CourseRound } from '../../api/awareness/index.ts';
import { addDays, type CentreId, type LocalDate } from '../../api/kernel/index.ts';
import { isoMoment, type SeedDays } from './calendar.ts';

export const gdprKey = 'course-gdpr';
const mailKey = 'course-mail';
/** Centres that write to citizens daily. */
export const mailCentres: readonly string[] = ['boern-og-unge', 'job-og-borgerservice'];

export const courses = ({ now }: SeedDays): Course[] => [
  {
    key: gdprKey,
    title: 'GDPR i hverdagen',
    url: 'https://laering.example/gdpr-i-hverdagen',
    minutes: 25,
    describe: 'Hvad du må gøre med borgernes og kollegernes oplysninger, og hvad du gør, når noget går galt.',
    vivaContentId: 'gdpr-i-hverdagen',
    savedAt: isoMoment(now),
  },
  {
    key: mailKey,
    title: 'Sikker mail og CPR-numre',
    url: 'https://laering.example/sikker-mail',
    minutes: 10,
    describe: 'Sådan sender du fortrolige oplysninger, så kun den rette kan læse dem.',
    savedAt: isoMoment(now),
  },
];

/** The current round: opened twelve weeks ago, due in ten. */
export function gdprRound(today: LocalDate): CourseRound {
  const opensOn = addDays(today, -84);
  return {
    key: `gdpr.${opensOn}`,
    title: `GDPR i hverdagen ${opensOn.slice(0, 4)}`,
    courseKey: gdprKey,
    opensOn,
    dueOn: addDays(today, 68),
    newWithinDays: 30,
    basis: 'round',
    obliged: { everybody: true, centreIds: [], groupIds: [], personIds: [] },
    selfDeclared: true,
  };
}

/** The two previous rounds, oldest first. */
export function closedRounds(current: CourseRound): [CourseRound, CourseRound] {
  const yearsBefore = (years: number): CourseRound => {
    const opensOn = addDays(current.opensOn, -365 * years);
    const dueOn = addDays(current.dueOn, -365 * years);
    return {
      ...current,
      key: `gdpr.${opensOn}`,
      title: `GDPR i hverdagen ${opensOn.slice(0, 4)}`,
      opensOn,
      dueOn,
      closedOn: addDays(dueOn, 15),
    };
  };
  return [yearsBefore(2), yearsBefore(1)];
}

/** Runs all year: everybody a year after the last time. */
export const mailRound = (today: LocalDate, groupId: string): CourseRound => ({
  key: `mail.${addDays(today, -84)}`,
  title: `Sikker mail ${addDays(today, -84).slice(0, 4)}`,
  courseKey: mailKey,
  opensOn: addDays(today, -84),
  dueOn: addDays(today, 280),
  newWithinDays: 60,
  basis: 'lastCompletion',
  obliged: { everybody: false, centreIds: mailCentres as CentreId[], groupIds: [groupId], personIds: [] },
  selfDeclared: false,
});
