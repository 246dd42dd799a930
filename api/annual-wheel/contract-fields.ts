import { z } from 'zod';
import { oneLine } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';

/** Fields shared by the wheel's contracts. */
export const localDate = z.iso.date();
export const moment = z.iso.datetime();
export const count = z.number().int().min(0);
export const role = z.enum(assignableRoles);
export const title = oneLine.min(1).max(200);
export const reason = z.string().trim().min(3).max(1000);
