import type { Context } from '../../context.ts';
import { todayOf, type PersonId } from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import type { PlanContent } from '../contract.ts';
import type { ContingencyPlanVersion } from '../plan-lists.ts';

/** What one person named in a plan has to do. */
export interface Part {
  personId: PersonId;
  /** As the plan calls them. */
  roles: string[];
  steps: string[];
}

/** Everybody of the directory who is named in a plan, in the order of the plan, with what each does. Pure. */
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

const kept = new WeakMap<PlanContent, readonly Part[]>();

/** The same of a stored version, gone through once: lists ask for every row. */
export function knownPartsOf({ content }: Pick<ContingencyPlanVersion, 'content'>): readonly Part[] {
  const known = kept.get(content) ?? partsOf(content);
  kept.set(content, known);
  return known;
}

/** Not employed any more, or not known to the directory. From memory. */
export function hasLeft(context: Context, personId: string): boolean {
  const person = findPerson(context, personId);
  return person === undefined || !isEmployed(person, todayOf(context.clock));
}

/** The people named in a plan who have left: the plan says so, and somebody must find another. */
export const leftPeople = (context: Context, content: PlanContent): Part[] =>
  partsOf(content).filter(({ personId }) => hasLeft(context, personId));
