import type { Context } from '../../../api/context.ts';
import type { LocalDate, Obligation, PersonId, Responsible, SharedWork } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { defineList, json, text, type RecordIn } from '../../../api/sharepoint/index.ts';
import { z } from 'zod';
import { employees, findPerson, isAway } from '../../../api/organisation/index.ts';
import { aTown, day, person, centre } from '../organisation/builders.ts';

/** Shared work of the tests, as in a feature. */
export const Work = defineList('Work', {
  describe: 'Work of the tests',
  columns: { title: text('What'), work: json(z.unknown(), 'All of it') },
});

export const aWork = (key: string, responsible: Responsible, changes: Partial<SharedWork> = {}): SharedWork => ({
  key,
  kind: 'doWheelTask',
  subject: { key, title: `Opgave ${key}` },
  due: day('2026-11-30'),
  since: day('2026-11-01'),
  path: `/wheel/tasks/${key}`,
  state: 'open',
  responsible,
  ...(responsible.centreId === undefined ? {} : { centreId: responsible.centreId }),
  ...changes,
});

/** Adds or changes work. */
export async function give(context: Context, ...works: SharedWork[]): Promise<void> {
  for (const work of works) {
    const { existed } = await context.list(Work).create({ key: work.key, title: work.subject.title, work });
    if (existed) await context.list(Work).update(work.key, () => ({ work }));
  }
}

const reading = (context: Context, personId: PersonId, today: LocalDate): Obligation[] => {
  const who = findPerson(context, personId);
  if (!who) return [];
  return [
    {
      key: `read_${personId}`,
      kind: 'acknowledgePolicy',
      subject: { key: 'policy', title: 'Politik 1.0' },
      due: day('2026-12-12'),
      since: day('2026-11-24'),
      path: '/policy',
      personId,
      state: isAway(who, today) ? 'paused' : 'open',
      personal: true,
      ...(who.centreId === undefined ? {} : { centreId: who.centreId }),
    },
  ];
};

/** The town with one personal obligation for everybody, and a test's shared work. */
export async function aWorkplace(today?: string) {
  const town = await aTown(today);
  declareObligationSources(town.context, {
    personal: [
      {
        kinds: ['acknowledgePolicy'],
        all: (context, date) => employees(context).flatMap(({ key }) => reading(context, person(key), date)),
        of: reading,
      },
    ],
    shared: [
      {
        kinds: ['doWheelTask'],
        lists: [Work],
        work: (context) => context.list(Work).all().map(workOf),
      },
    ],
  });
  return town;
}
const workOf = ({ work }: RecordIn<typeof Work>): SharedWork => work as SharedWork;

export const nord = centre('nord');
export const syd = centre('syd');
