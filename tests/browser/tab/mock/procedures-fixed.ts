import type { z } from 'zod';
import type { proceduresContract } from '../../../../api/procedures/contract.ts';
import { freshness, now, type Persona } from './answers.ts';
import { centres, refAt } from './people.ts';
import {
  coverageAt,
  guidelineKeys,
  type MockProcedure,
  type MockVersion,
  type ProceduresState,
} from './procedures-state.ts';

type Contract = typeof proceduresContract;
export type ProcedureAnswer<Name extends keyof Contract> = Contract[Name] extends {
  answer: infer Schema extends z.ZodType;
}
  ? z.input<Schema>
  : undefined;
export type View = ProcedureAnswer<'GET /api/procedures/:procedureKey'>;

/** The centre whose own a procedure is. */
export const centreOf = ({ centreId }: MockProcedure) => centres.find(({ id }) => id === centreId);

export const difference: View['difference'] = [
  { kind: 'same', text: '# Udlevering af journaler' },
  { kind: 'same', text: 'Journaler udleveres kun til den, de handler om.' },
  {
    ...{ kind: 'changed', text: 'Lås skabet, og skriv det i loggen.' },
    parts: [
      { kind: 'same', text: '3. Lås skabet' },
      { kind: 'removed', text: ' igen.' },
      { kind: 'added', text: ', og skriv det i loggen.' },
    ],
  },
];

export const wayOf = (procedure: MockProcedure): NonNullable<View['way']> => [
  ...(procedure.kind === 'procedure'
    ? [
        {
          ...{ body: 'centreManager' as const, rule: 'one' as const, days: 7, people: [refAt(27)] },
          centre: centreOf(procedure),
        },
      ]
    : []),
  {
    ...{ body: 'securityCommittee', rule: 'quorum', quorum: 3, days: 14 },
    people: [refAt(40), refAt(41), refAt(42), refAt(43), refAt(44)],
  },
];

export const sent = (): NonNullable<MockVersion['approval']> => ({
  ...{ requestKey: 'r-new', round: 1, state: 'open', submittedAt: now, submittedBy: refAt(9), reasons: [] },
  stages: [
    {
      ...{ number: 1, body: 'centreManager', rule: 'one', state: 'open', voted: 0, seats: 1 },
      ...{ openedAt: now, dueOn: '2026-12-01', days: 0 },
    },
    { number: 2, body: 'securityCommittee', rule: 'quorum', state: 'waiting', voted: 0, seats: 5 },
  ],
});

export const templates: ProcedureAnswer<'GET /api/procedure-templates'>['templates'] = [
  {
    ...{ key: 'clean-desk', title: 'Papirer og skærme', area: 'records', kinds: ['procedure', 'guideline'] },
    why: 'Så ingen ser noget, de ikke skal, på et skrivebord eller en skærm.',
    text: '# Papirer og skærme\n\n- Lås skærmen, når du går.\n- Lås papirer inde.',
  },
  {
    ...{ key: 'leaver', title: 'Når en kollega stopper', area: 'access', kinds: ['procedure'] },
    why: 'Så adgange og nøgler kommer tilbage samme dag.',
    text: '# Når en kollega stopper\n\n1. Luk adgangen.\n2. Tag nøgler og udstyr tilbage.',
  },
];

export const jobTitles = [
  ...[
    ['Social- og sundhedshjælper', 188],
    ['Sygeplejerske', 64],
    ['Sagsbehandler', 41],
  ].map(([title, people]) => ({ title: String(title), people: Number(people) })),
  ...Array.from({ length: 14 }, (_, position) => ({ title: `Konsulent ${position + 1}`, people: 14 - position })),
];

export function coverage(state: ProceduresState, persona: Persona): ProcedureAnswer<'GET /api/procedure-coverage'> {
  const counted = { needed: 0, valid: 0, expired: 0, waiting: 0, draft: 0, missing: 0 };
  const guidelines = guidelineKeys.map((key, guideline) => {
    const cells = centres.map(({ id }, centre) => {
      const cell = coverageAt(guideline, centre);
      counted[cell] += 1;
      counted.needed += 1;
      const own = persona === 'isk' && id === 'c1';
      const readable = persona === 'ciso' || own;
      const there = cell === 'missing' || !readable ? {} : { procedureKey: 'journal' };
      const acts = { missing: own ? 'make' : 'none', expired: own ? 'renew' : 'open' } as const;
      const open = readable ? 'open' : 'none';
      const act = cell === 'missing' || cell === 'expired' ? acts[cell] : open;
      return { centreId: id, state: cell, act: readable || act === 'make' ? act : ('none' as const), ...there };
    });
    const title = state.procedures.get(key)?.versions[0]?.title ?? '';
    return { key, title, area: 'Journaler', valid: cells.filter((cell) => cell.state === 'valid').length, cells };
  });
  return {
    centres: centres.map((centre, position) => {
      const valid = guidelines.filter(({ cells }) => cells[position]?.state === 'valid').length;
      return {
        ...{ ...centre, valid, needed: guidelines.length, percent: (valid / guidelines.length) * 100 },
        coordinators: position === 4 ? [] : [refAt(9 + position)],
      };
    }),
    ...{ guidelines, total: counted, freshness },
  };
}
