import { Acknowledgements } from '../../acknowledgements/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import { CriticalServices } from '../../critical-services/index.ts';
import { People } from '../../organisation/index.ts';
import { ContingencyTests, Downtimes } from '../exercises/test-lists.ts';
import { plans } from '../plans/plans.ts';

/** Freshness of plans and their sources. */
export const plansFreshness = (context: Context) =>
  plans.freshness(context, ContingencyTests, Downtimes, Assets, CriticalServices, Acknowledgements, People);
