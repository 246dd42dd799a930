import type { Route } from '../../http/index.ts';

export const contingencyOverviewRoutes: readonly Route[] = [];
