import type { Context } from '../context.ts';
import { identityStamp } from './identity-stamp.ts';

/** Tells one reading of the groups that give roles from the next: the directory makes a new map at each sync. */
export const groupStamp = (context: Context): string => identityStamp(context.groupRoleHolders?.());
