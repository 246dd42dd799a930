import { completeAct } from '../annual-wheel/index.ts';
import { declareAct } from '../awareness/index.ts';
import type { ActOn } from '../cards/index.ts';
import { confirmPartAct, placePackAct, reviewServiceAct } from '../contingency/index.ts';
import { acknowledgeAct } from '../policy/index.ts';
import { acknowledgeProcedureAct } from '../procedures/index.ts';

/** What one press can do from the card, by kind of obligation. Any other kind is linked to. */
export const actTable: Readonly<Record<string, ActOn>> = {
  acknowledgePolicy: acknowledgeAct,
  acknowledgeProcedure: acknowledgeProcedureAct,
  confirmPart: confirmPartAct,
  placePack: placePackAct,
  reviewService: reviewServiceAct,
  takeCourse: declareAct,
  doWheelTask: completeAct,
};
