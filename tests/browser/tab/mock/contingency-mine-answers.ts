import type { z } from 'zod';
import type { pocketContract } from '../../../../api/contingency/contract.ts';
import { freshness, now, type Persona } from './answers.ts';
import { centres, refAt } from './people.ts';

type Pocket = z.input<(typeof pocketContract)['GET /api/contingency/pocket']['answer']>;
type Plan = Pocket['plans'][number];

const step = (key: string, text: string, more: object = {}) => ({ key, text, role: '', left: false, ...more });
const contact = (key: string, role: string, phone: string, more: object = {}) => ({
  ...{ key, role, phone, name: '', note: '', left: false },
  ...more,
});

const plan = (key: string, system: string, mtd: number, changes: Partial<Plan> = {}): Plan => ({
  ...{ key, versionKey: `${key}.v2`, kind: 'emergencyProcedure', title: `Nødprocedure for ${system}`, number: 2 },
  asset: { key: `asset-${key}`, title: system, kind: 'system' },
  ...{ vital: true, mtd, validFrom: '2026-10-01', expired: false, forms: [] },
  content: {
    about: `Sådan arbejder vi, når ${system} er nede.`,
    triggers: ['Systemet har ikke svaret i 15 minutter'],
    firstHour: [
      step('s1', 'Tag den røde mappe frem i vagtrummet', { role: 'Vagthavende', minutes: 0 }),
      step('s2', 'Ring til alle på vagt, og fortæl, at der føres på papir', { role: 'Vagthavende', minutes: 15 }),
    ],
    steps: [step('s3', 'Skriv hvert besøg på skema 4', { role: 'Alle på vagt', minutes: 60 })],
    workarounds: [{ key: 'w1', title: 'Medicin', text: 'Giv efter den udskrevne liste.', form: 'Skema 4' }],
    contacts: [
      contact('c1', 'Vagthavende sygeplejerske', '+45 43 57 00 00', { person: refAt(12) }),
      contact('c2', 'Souschef', '43 57 00 11', { person: refAt(13), left: true }),
    ],
    suppliers: [{ key: 'l1', name: 'Omsorgsdata', phone: '70 20 30 40', agreement: 'K-1200', hours: 'Døgnet rundt' }],
    communication: 'Centerchefen siger det til pårørende.',
    returnToNormal: [step('r1', 'Vent på besked fra IT')],
    catchingUp: 'Skriv besøgene ind inden for to døgn.',
  },
  ...changes,
});

/** The plans of the first centre; the coordinator's own are others than the employee's. */
export const pocketOf = (persona: Persona): Pocket => ({
  personId: persona,
  organisation: 'Ishøj Kommune',
  centre: { id: 'c1', title: centres[0]?.title ?? '' },
  call: {
    coordinators: [{ ...refAt(9), phone: '20 11 22 33', mail: 'mette@ishoj.example' }],
    managers: [refAt(27)],
  },
  plans:
    persona === 'isk'
      ? [plan('vagt', 'Vagtplanen', 72)]
      : [
          plan('journal', 'Omsorgsjournalen', 4, {
            down: { key: 'd1', since: '2026-11-24T07:30:00.000Z' },
            mine: { roles: ['Vagthavende'], steps: ['Tag den røde mappe frem i vagtrummet'], due: '2026-11-25' },
          }),
          plan('telefon', 'Telefonerne', 8),
          plan('laase', 'Elektroniske låse', 24, { forms: ['Nøgleliste'] }),
          plan('mail', 'Mail', 72, { expired: true }),
          plan('loen', 'Lønsystemet', 336),
        ],
  asOf: now,
  freshness,
});

export const mineHandlers = {
  'GET /api/contingency/pocket': ({ persona }: { persona: Persona }) => pocketOf(persona),
};
