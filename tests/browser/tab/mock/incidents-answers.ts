import type { guidesView, incidentsContract, IncidentRow } from '../../../../api/incidents/contract.ts';
import { guideNames } from '../../../../api/incidents/contract.ts';
import type { z } from 'zod';
import type { AnswerOf } from '../../../../api/http/endpoint.ts';
import type { Persona } from './answers.ts';
import { centres, refAt } from './people.ts';

const freshness = { asOf: '2026-11-24T08:00:00.000Z', stale: false };

const rows = (): IncidentRow[] => [
  {
    ...{ key: 'phone', kind: 'lostDevice', state: 'open', text: 'Glemt i bus 400S kl. 22', reportedBy: refAt(1) },
    ...{ phone: '28 12 34 56', reportedAt: '2026-11-23T21:41:00.000Z', told: [refAt(0)], missed: [refAt(2)] },
    ...{ notifyBy: '2026-11-26T21:41:00.000Z', can: { take: true, close: true } },
    ...(centres[0] ? { centre: centres[0] } : {}),
  },
  {
    ...{ key: 'mail', kind: 'wrongRecipient', state: 'taken', text: '', reportedBy: refAt(3), told: [refAt(0)] },
    ...{ reportedAt: '2026-11-22T09:05:00.000Z', takenBy: refAt(0), takenAt: '2026-11-22T09:12:00.000Z', missed: [] },
    can: { take: false, close: true },
  },
];

const list = (persona: Persona): AnswerOf<(typeof incidentsContract)['GET /api/incidents']> => {
  const follows = persona !== 'employee';
  const incidents = follows ? rows() : [];
  return {
    ...{ incidents, total: incidents.length, follows, freshness },
    counts: { open: incidents.length, untaken: follows ? 1 : 0, closed: 0 },
    abilities: { keepGuides: persona === 'ciso' },
  };
};

const guides = (): z.output<typeof guidesView> => ({
  guides: guideNames.map((of) => ({
    ...{ of, firstStep: '', firstStepEnglish: '', callName: '', callPhone: '', nightPhone: '' },
    shipped: { da: of === 'all' ? '' : 'Ring nu.', en: of === 'all' ? '' : 'Call now.' },
  })),
  abilities: { edit: true },
  freshness,
});

export const incidentHandlers = {
  'GET /api/incidents': ({ persona }: { persona: Persona }) => list(persona),
  'POST /api/incidents/:incidentKey/take': () => rows()[1],
  'POST /api/incidents/:incidentKey/close': () => rows()[1],
  'GET /api/incident-guides': guides,
  'PUT /api/incident-guides': guides,
};
