import type { Route } from '../../http/index.ts';

export const pocketRoutes: readonly Route[] = [];
