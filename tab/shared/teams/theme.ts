import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components';

export type ThemeName = 'default' | 'dark' | 'contrast';

const themes: Record<ThemeName, Theme> = {
  default: teamsLightTheme,
  // Fluent's red text is not readable on a dark card (4.2 : 1).
  dark: { ...teamsDarkTheme, colorStatusDangerForeground1: teamsDarkTheme.colorPaletteRedForeground1 },
  contrast: teamsHighContrastTheme,
};

/** Unknown themes of Teams (`glass`) are shown as the default. */
export const themeNameOf = (name: string | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default';
export const fluentTheme = (name: ThemeName): Theme => themes[name];
