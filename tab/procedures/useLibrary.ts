import { useView } from '../shared/api/queries.ts';

const mostGuidelines = 500;

/** Options of the forms: areas, centres, and what the reader may create. */
export const useLibrary = () => useView('GET /api/procedures', { query: { limit: 1 } });

/** Every guideline, to select the implemented one. */
export const useGuidelines = () =>
  useView('GET /api/procedures', { query: { kind: 'guideline', limit: mostGuidelines } });
