import { z } from 'zod';
import { personRef } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const personDataContract = {
  'GET /api/person-data': {
    summary: 'Find people, also those who have left, by part of a name or the id; at most 20',
    query: z.object({ q: z.string().min(2).max(100) }),
    answer: z.object({ people: z.array(z.object({ person: personRef, leftOn: z.iso.date().optional() })) }),
  },
  'GET /api/person-data/:personId/file.xlsx': {
    summary: 'Everything that is kept about one person, by list; the trail tells who fetched it',
    file: xlsx,
  },
} satisfies Endpoints;
