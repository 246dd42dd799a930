import type { Route } from '../../http/index.ts';

export const planRoutes: readonly Route[] = [];
