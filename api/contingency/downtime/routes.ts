import type { Route } from '../../http/index.ts';

export const downtimeRoutes: readonly Route[] = [];
