import type { Context } from '../context.ts';
import type { CentreId } from '../kernel/index.ts';
import { Centres } from './centre-list.ts';

/** Departments are compared without case and outer spaces. */
export const departmentKey = (department: string): string => department.trim().toLowerCase();

/** The open centre of each department, by its key. */
export function departmentClaims(context: Pick<Context, 'list'>): ReadonlyMap<string, CentreId> {
  const claims = new Map<string, CentreId>();
  for (const { key, closed, departments } of context.list(Centres).all())
    if (!closed) for (const department of departments) claims.set(departmentKey(department), key as CentreId);
  return claims;
}
