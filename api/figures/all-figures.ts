import { contingencyFigures } from './declared/contingency.ts';
import { decisionFigures } from './declared/decisions.ts';
import { incidentFigures } from './declared/incidents.ts';
import { inspectionFigures } from './declared/inspections.ts';
import { peopleFigures } from './declared/people.ts';
import { procedureFigures } from './declared/procedures.ts';
import { riskFigures } from './declared/risks.ts';
import { standardFigures } from './declared/standards.ts';
import { wheelFigures } from './declared/wheel.ts';
import type { Figure } from './figure.ts';

/** All figures shown, frozen or reported. A new figure is one row of its area. */
export const allFigures: readonly Figure[] = [
  ...peopleFigures,
  ...procedureFigures,
  ...riskFigures,
  ...standardFigures,
  ...contingencyFigures,
  ...inspectionFigures,
  ...wheelFigures,
  ...decisionFigures,
  ...incidentFigures,
];

export const findFigure = (key: string): Figure | undefined => allFigures.find((figure) => figure.key === key);
