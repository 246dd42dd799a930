import type { Context } from '../context.ts';
import { identityStamp } from './identity-stamp.ts';

/** Identifies a reading of the group roles: each directory sync creates a new map. */
export const groupStamp = (context: Context): string => identityStamp(context.groupRoleHolders?.());
