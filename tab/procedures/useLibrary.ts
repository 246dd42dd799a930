import { useView } from '../shared/api/queries.ts';

const mostGuidelines = 500;

/** What the forms choose among: areas, centres, and what the reader may make. */
export const useLibrary = () => useView('GET /api/procedures', { query: { limit: 1 } });

/** Every guideline, for naming the one that a procedure carries out. */
export const useGuidelines = () =>
  useView('GET /api/procedures', { query: { kind: 'guideline', limit: mostGuidelines } });
