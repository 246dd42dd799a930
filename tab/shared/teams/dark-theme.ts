import { teamsDarkTheme, type Theme } from '@fluentui/react-components';

/** Fluent's red text is not readable on a dark card (4.2 : 1). */
export const theme: Theme = {
  ...teamsDarkTheme,
  colorStatusDangerForeground1: teamsDarkTheme.colorPaletteRedForeground1,
};
