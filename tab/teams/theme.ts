import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-theme';

export type ThemeName = 'default' | 'dark' | 'contrast';

const themes: Record<ThemeName, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** Teams may bring themes nobody knows yet (`glass`): those are shown as the default. */
export const themeNameOf = (name: string | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default';
export const fluentTheme = (name: ThemeName): Theme => themes[name];
