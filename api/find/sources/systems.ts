import { assetPath, Assets, assetWord, maySeeAsset } from '../../assets/index.ts';
import { CriticalServices, maySeeService, servicePath } from '../../critical-services/index.ts';
import { maySeeMeasures, Measures } from '../../measures/index.ts';
import { centreRef } from '../../organisation/index.ts';
import { controlPath, Controls, maySeeControl } from '../../standards/index.ts';
import { ofList } from './of-list.ts';

/** IT systems and work processes (R1). */
export const systemsFound = ofList({
  kind: 'system',
  list: Assets,
  weights: { title: 8, supplier: 3, externalId: 3, text: 1 },
  isIn: ({ state }) => state !== 'retired',
  texts: ({ title, supplier = '', externalId = '', description: text }) => ({ title, supplier, externalId, text }),
  sees: (_context, actor, asset) => maySeeAsset(actor, asset),
  about: (context, t, { kind, centreId, supplier }) => [
    assetWord(t, 'kind', kind),
    centreRef(context, centreId)?.title,
    supplier,
  ],
  path: assetPath,
});

/** Services that must not stop (R4). */
export const servicesFound = ofList({
  kind: 'service',
  list: CriticalServices,
  weights: { title: 8, text: 1 },
  isIn: ({ state }) => state !== 'retired',
  texts: ({ title, description, mtdReason, minimumOperation }) => ({
    title,
    text: [description, mtdReason, minimumOperation].join('\n\n'),
  }),
  sees: (_context, actor, service) => maySeeService(actor, service),
  about: (context, t, { centreId }) => [t('find.about.service'), centreRef(context, centreId)?.title],
  path: servicePath,
});

/** Our controls for the standards (R3). */
export const controlsFound = ofList({
  kind: 'control',
  list: Controls,
  weights: { title: 8, text: 1 },
  isIn: ({ state }) => state !== 'retired',
  texts: ({ title, description: text }) => ({ title, text }),
  sees: (_context, actor, control) => maySeeControl(actor, control),
  about: (context, t, { centreId }) => [t('find.about.control'), centreRef(context, centreId)?.title],
  path: controlPath,
});

/** Measures proposed by the committee (R13). */
export const measuresFound = ofList({
  kind: 'measure',
  list: Measures,
  weights: { title: 8, text: 1 },
  isIn: ({ discardedAt }) => discardedAt === undefined,
  texts: ({ title, background, risk, recommendation }) => ({
    title,
    text: [background, risk, recommendation].join('\n\n'),
  }),
  sees: (_context, actor) => maySeeMeasures(actor),
  about: (_context, t) => [t('find.about.measure')],
  path: (key) => `/measures/${encodeURIComponent(key)}`,
});
