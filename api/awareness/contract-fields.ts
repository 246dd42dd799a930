import { z } from 'zod';

export const localDate = z.iso.date();
export const moment = z.iso.datetime();
export const count = z.number().int().min(0);
