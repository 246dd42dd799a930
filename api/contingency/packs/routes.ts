import type { Route } from '../../http/index.ts';

export const packRoutes: readonly Route[] = [];
