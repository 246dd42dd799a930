import type { Route } from '../http/index.ts';

export const serviceRoutes: readonly Route[] = [];
