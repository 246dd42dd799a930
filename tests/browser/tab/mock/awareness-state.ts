import type { z } from 'zod';
import type { awarenessContract } from '../../../../api/awareness/contract.ts';
import { personAt, refAt } from './people.ts';

type Contract = typeof awarenessContract;
export type AwarenessAnswer<Name extends keyof Contract> = Contract[Name] extends {
  answer: infer Schema extends z.ZodType;
}
  ? z.input<Schema>
  : undefined;
type Course = AwarenessAnswer<'POST /api/learning/courses'>;
type Exemption = AwarenessAnswer<'POST /api/learning/exemptions'>;
export type Source = 'import' | 'viva' | 'manager' | 'selfDeclared';

export interface Learner {
  position: number;
  state: 'done' | 'open' | 'overdue' | 'exempt' | 'paused';
  due?: string;
  daysLeft?: number;
  completedOn?: string;
  source?: Source;
  missedBefore: number;
  teams: boolean;
  nudgedAt?: string;
}
export interface Round {
  key: string;
  courseKey: string;
  title: string;
  opensOn: string;
  dueOn: string;
  newWithinDays: number;
  basis: 'round' | 'lastCompletion';
  obliged: { everybody: boolean; centreIds: string[]; groupIds: string[]; personIds: string[] };
  selfDeclared: boolean;
  state: 'coming' | 'open' | 'closed';
  /** Of a closed round, whose people are not told apart any more. */
  percent?: number;
}
export interface AwarenessState {
  courses: Course[];
  rounds: Round[];
  learners: Learner[];
  exemptions: Exemption[];
  declaredOn: string | undefined;
}

const sources: Source[] = ['viva', 'import', 'viva', 'selfDeclared', 'manager'];

/** 260 people, the same at every run: most are done, the rest wait for every reason there is. */
function learnerAt(position: number): Learner {
  const shared = { position, missedBefore: position % 14 === 4 ? 2 : 0, teams: position % 13 !== 6 };
  if (position % 37 === 0) return { ...shared, state: 'exempt' };
  if (position % 41 === 5) return { ...shared, state: 'paused' };
  if (position % 29 === 7) return { ...shared, state: 'overdue', due: '2026-11-18', daysLeft: -6 };
  if ((position * 7) % 10 < 6)
    return {
      ...shared,
      state: 'done',
      completedOn: `2026-11-${String(2 + (position % 20)).padStart(2, '0')}`,
      source: sources[position % sources.length] ?? 'viva',
    };
  const nudged = position % 12 === 3 ? { nudgedAt: '2026-11-23T08:00:00.000Z' } : {};
  return { ...shared, state: 'open', due: '2027-01-31', daysLeft: 68, ...nudged };
}

const everybody = { everybody: true, centreIds: [], groupIds: [], personIds: [] };
const round = (year: number, percent?: number): Round => ({
  key: `r${year}`,
  courseKey: 'gdpr',
  title: `GDPR ${year}`,
  opensOn: `${year - 1}-11-01`,
  dueOn: `${year}-01-31`,
  newWithinDays: 30,
  basis: 'round',
  obliged: everybody,
  selfDeclared: true,
  state: percent === undefined ? 'open' : 'closed',
  ...(percent === undefined ? {} : { percent }),
});

export const freshAwareness = (): AwarenessState => ({
  courses: [
    {
      key: 'gdpr',
      title: 'GDPR i hverdagen',
      url: 'https://kurser.ishoj.example/gdpr',
      minutes: 25,
      describe: 'Hvad du må skrive hvor, og hvad du gør, når noget går galt.',
      vivaContentId: 'viva-4711',
      vivaSyncedAt: '2026-11-24T04:15:00.000Z',
      abilities: { edit: true, sync: true },
    },
    {
      key: 'phishing',
      title: 'Kend en falsk mail',
      url: '',
      minutes: 10,
      describe: '',
      abilities: { edit: true, sync: false },
    },
  ],
  rounds: [
    {
      ...round(2027),
      key: 'p2027',
      courseKey: 'phishing',
      title: 'Falske mails 2027',
      opensOn: '2027-03-01',
      dueOn: '2027-04-30',
      basis: 'lastCompletion',
      obliged: { everybody: false, centreIds: ['c1', 'c7'], groupIds: [], personIds: ['p40'] },
      selfDeclared: false,
      state: 'coming',
    },
    round(2027),
    round(2026, 91.2),
    round(2025, 86.4),
    round(2024, 74),
  ],
  learners: Array.from({ length: 260 }, (_, position) => learnerAt(position)),
  exemptions: [0, 37, 74, 111, 148, 185, 222].map((position, index) => ({
    key: `x${index}`,
    person: refAt(position),
    courseKey: 'gdpr',
    reason: index % 2 === 0 ? 'Udlånt til Hvidovre Kommune' : 'Arbejder uden adgang til persondata',
    from: '2026-09-01',
    ...(index % 3 === 0 ? { until: '2027-06-30' } : {}),
    by: refAt(40),
    state: index === 6 ? 'ended' : 'current',
    abilities: { end: index !== 6 },
  })),
  declaredOn: undefined,
});

export const personOf = ({ position }: Learner) => personAt(position);
