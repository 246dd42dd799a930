import type { Route } from '../http/route.ts';
import { administrationRoutes } from './administration.ts';
import { columnRoutes } from './columns.ts';
import { driveRoutes } from './drives.ts';
import { groupRoutes } from './groups.ts';
import { itemDeltaRoutes } from './item-delta.ts';
import { itemVersionRoutes } from './item-versions.ts';
import { itemRoutes } from './items.ts';
import { learningRoutes } from './learning.ts';
import { listRoutes } from './lists.ts';
import { siteRoutes } from './sites.ts';
import { subscriptionRoutes } from './subscriptions.ts';
import { teamsAppRoutes } from './teams-apps.ts';
import { userDeltaRoutes } from './users-delta.ts';
import { userRoutes } from './users.ts';

/** Every supported operation. */
export const routes: readonly Route[] = [
  ...siteRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...itemRoutes,
  ...itemDeltaRoutes,
  ...itemVersionRoutes,
  ...driveRoutes,
  ...userRoutes,
  ...userDeltaRoutes,
  ...groupRoutes,
  ...learningRoutes,
  ...teamsAppRoutes,
  ...subscriptionRoutes,
  ...administrationRoutes,
];
