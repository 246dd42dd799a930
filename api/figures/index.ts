/**
 * Figures: every number shown, frozen or reported, as a pure function of records and a cut-off day (R2, R11–R16). Above
 * the rooms it counts in; uses their own counts.
 */
export { allFigures, findFigure } from './all-figures.ts';
export type { Counted, Figure, Owner } from './figure.ts';
export { figureValues, valueFor, warmFigures, type Values } from './figure-values.ts';
export { figureRoutes } from './routes.ts';
export { Figures, frozenLevels, readValue, type FrozenFigures } from './figures-list.ts';
export { freeze, freezeMonth, lastFullDay } from './freeze-figures.ts';
export { recordsAt } from './records/records-at.ts';
export { checkFrozen, type Checked } from './check-frozen.ts';
export { openWork } from './dashboards/owed-work.ts';
export { worsening } from './dashboards/worse.ts';
export { figuresOf, figureName, figureWords, movementOf, movementSince } from './figures-view.ts';
export { FigureSettings } from './settings/settings-list.ts';
export { feedColumns, figuresFeed, type FeedRow } from './settings/feed.ts';
export { boardsOf, firstBoardOf, maySeeFigures } from './permissions.ts';
