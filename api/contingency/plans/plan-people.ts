import type { Context } from '../../context.ts';
import type { PersonId } from '../../kernel/index.ts';
import { hasLeft } from '../../organisation/index.ts';
import type { PlanContent } from '../contract.ts';
import type { ContingencyPlanVersion } from './plan-lists.ts';

/** One named person's part in a plan. */
export interface Part {
  personId: PersonId;
  /** Their roles in it. */
  roles: string[];
  steps: string[];
}

/** Everybody of the directory named in a plan, in plan order, with their parts. Pure. */
export function partsOf(content: PlanContent): Part[] {
  const found = new Map<string, Part>();
  const partOf = (personId: string): Part => {
    const known = found.get(personId) ?? { personId: personId as PersonId, roles: [], steps: [] };
    found.set(personId, known);
    return known;
  };
  const addRole = ({ roles }: Part, role: string) => {
    if (role !== '' && !roles.includes(role)) roles.push(role);
  };
  for (const { personId, role } of content.contacts) if (personId !== undefined) addRole(partOf(personId), role);
  for (const step of [...content.firstHour, ...content.steps, ...content.returnToNormal]) {
    if (step.personId === undefined) continue;
    const part = partOf(step.personId);
    addRole(part, step.role);
    part.steps.push(step.text);
  }
  return [...found.values()];
}

/** A person's step in a plan. */
export interface OwnStep {
  key: string;
  text: string;
  /** Deadline in minutes from the start. */
  minutes?: number;
  /** A step after recovery. */
  isAfter: boolean;
}

/**
 * One person's steps in plan order: those naming the person, and those naming only a role that the plan gives the
 * person. Pure.
 */
export function ownStepsOf(content: PlanContent, personId: string): OwnStep[] {
  const sameRole = (role: string) => role.trim().toLocaleLowerCase('da');
  const after = new Set(content.returnToNormal);
  const all = [...content.firstHour, ...content.steps, ...content.returnToNormal];
  const roles = new Set(
    [...content.contacts, ...all].filter((one) => one.personId === personId).map(({ role }) => sameRole(role)),
  );
  roles.delete('');
  return all
    .filter((step) => step.personId === personId || (step.personId === undefined && roles.has(sameRole(step.role))))
    .filter(({ text }) => text.trim() !== '')
    .map((step) => ({
      key: step.key,
      text: step.text,
      isAfter: after.has(step),
      ...(step.minutes === undefined ? {} : { minutes: step.minutes }),
    }));
}

const cache = new WeakMap<PlanContent, readonly Part[]>();

/** The same of a stored version, cached: lists need it for every row. */
export function knownPartsOf({ content }: Pick<ContingencyPlanVersion, 'content'>): readonly Part[] {
  const known = cache.get(content) ?? partsOf(content);
  cache.set(content, known);
  return known;
}

/** People named in a plan who have left: the plan shows it, and they must be replaced. */
export const leftPeople = (context: Context, content: PlanContent): Part[] =>
  partsOf(content).filter(({ personId }) => hasLeft(context, personId));
