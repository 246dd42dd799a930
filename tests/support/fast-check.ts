import fc from 'fast-check';

/** `PROPERTY_TIMES=50` tries fifty times as many samples of every property. */
const times = Number(process.env['PROPERTY_TIMES'] ?? 1);

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED']) });

type Assert = typeof fc.assert;
export const assert = ((property: Parameters<Assert>[0], given: Parameters<Assert>[1]) =>
  fc.assert(property, { ...given, numRuns: Math.ceil((given?.numRuns ?? 100) * times) })) as Assert;

/** The library as tests meet it (`vitest.config.ts`): its samples are those of the commit (`worlds-of-run.ts`). */
export default { ...fc, assert };
export * from 'fast-check';
