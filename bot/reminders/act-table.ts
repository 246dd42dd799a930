import { completeAct } from '../annual-wheel/index.ts';
import { declareAct } from '../awareness/index.ts';
import type { ActOn } from '../cards/index.ts';
import { confirmPartAct, placeField, placePackAct, reviewServiceAct } from '../contingency/index.ts';
import { answerInspectionAct } from '../inspections/index.ts';
import { acknowledgeAct } from '../policy/index.ts';
import { acknowledgeProcedureAct } from '../procedures/index.ts';

/** Card fields of acts. */
export const fieldNames = ['note', 'evidence', placeField] as const;

/** One-press acts by kind of obligation. Other kinds are linked. */
export const actTable: Readonly<Record<string, ActOn>> = {
  acknowledgePolicy: acknowledgeAct,
  acknowledgeProcedure: acknowledgeProcedureAct,
  confirmPart: confirmPartAct,
  placePack: placePackAct,
  reviewService: reviewServiceAct,
  answerInspection: answerInspectionAct,
  takeCourse: declareAct,
  doWheelTask: completeAct,
};

export const hasAct = ({ kind }: { kind: string }): boolean => Object.hasOwn(actTable, kind);
