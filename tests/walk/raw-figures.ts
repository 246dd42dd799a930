import type { World } from '../../teams-app/emulator/world.ts';
import { z } from 'zod';
import { contingencyRecounts } from './figures/contingency.ts';
import { procedureRecounts, standardRecounts } from './figures/papers.ts';
import { peopleRecounts } from './figures/people.ts';
import { riskRecounts } from './figures/risks.ts';
import type { Asked, Recount } from './figures/thing.ts';
import { decisionRecounts, incidentRecounts, inspectionRecounts, wheelRecounts } from './figures/year.ts';
import { dayIn, jsonIn, rawItems, text } from './raw-items.ts';

/**
 * Every figure counted independently, of the whole and of each centre, from the list items alone: no mirror, no codec
 * and no rule of the program, but as specified by `figureWords` and docs/domain.md.
 */
export const rawFigures = (asked: Asked): Readonly<Record<string, Recount>> => ({
  ...peopleRecounts(asked),
  ...procedureRecounts(asked),
  ...riskRecounts(asked),
  ...standardRecounts(asked),
  ...contingencyRecounts(asked),
  ...inspectionRecounts(asked),
  ...wheelRecounts(asked),
  ...decisionRecounts(asked),
  ...incidentRecounts(asked),
});

const values = z.record(z.string(), z.tuple([z.number(), z.number().nullable(), z.number().nullable()]));
/** The frozen figures of one owner: numerator, denominator and value by figure; undefined if not frozen. */
export function rawFrozen(world: World, day: string, owner: string): z.output<typeof values> | undefined {
  const found = rawItems(world, 'Figures').find((one) => dayIn(one, 'Day') === day && text(one, 'Owner') === owner);
  return found && jsonIn(found, 'Values', values);
}
