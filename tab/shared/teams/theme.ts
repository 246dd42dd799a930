import { teamsLightTheme, type Theme } from '@fluentui/react-components';

export type ThemeName = 'default' | 'dark' | 'contrast';

/** Unknown themes of Teams (`glass`) are shown as the default. */
export const themeNameOf = (name: string | undefined): ThemeName =>
  name === 'dark' || name === 'contrast' ? name : 'default';
/** The theme of an ordinary browser. */
export const systemTheme = (): ThemeName => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default');

/** Colours of loaded themes. Most readers have the light one, and the others do not weigh on their first page. */
const loaded: Partial<Record<ThemeName, Theme>> = { default: teamsLightTheme };

/** Colours of a theme; the light ones until `loadTheme` has loaded them. */
export const fluentTheme = (name: ThemeName): Theme => loaded[name] ?? teamsLightTheme;

/** Loads the colours of a theme. Rejects when their file cannot be had. */
export async function loadTheme(name: ThemeName): Promise<void> {
  if (loaded[name]) return;
  const file = name === 'dark' ? import('./dark-theme.ts') : import('./contrast-theme.ts');
  loaded[name] = (await file).theme;
}
