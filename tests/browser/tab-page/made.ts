import { addDays } from '../../../api/kernel/index.ts';
import { today, type TabWorld } from './worlds.ts';

type Asking = Pick<TabWorld, 'ask' | 'person'>;

/** Impacts after so long without the service, as written. */
export const impacts = [
  { hours: 1, level: 0, words: 'Ingen mærker det' },
  { hours: 4, level: 1, words: 'Besøg forsinkes' },
  { hours: 24, level: 3, words: 'Borgere får ikke deres medicin' },
  { hours: 72, level: 4, words: 'Liv er i fare' },
];

/** A critical service of the coordinator's centre, unknown to other tests. */
export async function aService({ ask, person }: Asking): Promise<string> {
  const { id: ownerId } = await person('coordinator');
  const { key } = await ask('coordinator', 'POST /api/critical-services', {
    body: {
      title: 'Medicin i hjemmet',
      audience: 'citizens',
      centreId: 'voksne-og-velfaerd',
      ownerId,
      impacts,
      mtd: 24,
      rto: 8,
      rpo: 4,
      mtdReason: 'Medicin gives hver dag',
      minimumOperation: 'Medicin på papir',
      peaks: [{ title: 'Ferietid', months: [7, 12], days: { from: 20, to: 31 }, mtd: 4 }],
      needs: ['sys-omsorg'],
    },
  });
  return key;
}

/** A walk-through of a plan, by default tomorrow, led by the CISO, with messages after five and 30 minutes. */
export async function aTest(
  { ask, person }: Asking,
  planKey: string,
  participants: readonly string[] = ['ciso'],
  on = addDays(today, 1),
): Promise<string> {
  const { id: leaderId } = await person('ciso');
  const people = await Promise.all(participants.map(person));
  const { key } = await ask('ciso', 'POST /api/contingency/tests', {
    body: {
      planKey,
      kind: 'walkThrough',
      title: 'Gennemgang af planen',
      on,
      time: '10:00',
      leaderId,
      participantIds: people.map(({ id }) => id),
      scenario: 'Systemet er nede.',
      injects: [
        { key: 'i1', text: 'Telefonen ringer', minute: 5 },
        { key: 'i2', text: 'Køkkenet ringer', minute: 30 },
      ],
      criteria: [
        { key: 'k1', text: 'Alle ved, hvem de skal ringe til' },
        { key: 'recovery', text: 'I gang igen inden for en time', hours: 1 },
      ],
    },
  });
  return key;
}
