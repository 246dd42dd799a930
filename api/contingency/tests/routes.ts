import type { Route } from '../../http/index.ts';

export const testRoutes: readonly Route[] = [];
