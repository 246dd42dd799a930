import { app, pages } from '@microsoft/teams-js';
import { pathOfSubPage } from './deep-link.ts';
import { loadTheme, themeNameOf, type ThemeName } from './theme.ts';
import { within } from './within.ts';

/** teams-js itself waits a minute, a blank page in an ordinary browser. */
const initializeMilliseconds = 5_000;

export interface Host {
  locale: string;
  /** Target of a card's link, when the tab was opened by one. */
  deepLink: string | undefined;
  /** Teams' name of this tab's frame: `settings` while a channel tab is being added. */
  frame: string;
  /** Resolves when the first theme's colours are loaded. */
  themed: Promise<void>;
}

let reader: string | undefined;
/** The reader's id in the directory; undefined outside Teams. */
export const readerId = (): string | undefined => reader;

let theme: ThemeName = 'default';
let latest: ThemeName = theme;
const listeners = new Set<() => void>();
/** Shows Teams' theme when its colours are loaded; the one shown stays where they cannot be had. */
async function followTheme(name: string): Promise<void> {
  const next = themeNameOf(name);
  latest = next;
  const isLoaded = await loadTheme(next).then(
    () => true,
    () => false,
  );
  if (!isLoaded || latest !== next) return;
  theme = next;
  listeners.forEach((listener) => listener());
}
const onTheme = (name: string) => void followTheme(name);

/** The theme shown, for `useSyncExternalStore`. */
export const themeStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => theme,
};

/** Connects to the Teams client; undefined if there is none (an ordinary browser, or no response in 5 s). */
export async function joinHost(): Promise<Host | undefined> {
  try {
    await within(initializeMilliseconds, app.initialize());
    const context = await within(initializeMilliseconds, app.getContext());
    reader = context.user?.id;
    app.registerOnThemeChangeHandler(onTheme);
    return {
      themed: followTheme(context.app.theme),
      locale: context.app.locale,
      deepLink: pathOfSubPage(context.page.subPageId),
      frame: String(context.page.frameContext),
    };
  } catch {
    return undefined;
  }
}

/** Rendered: Teams removes its own loading indicator. */
export const tellLoaded = (): void => app.notifyAppLoaded();
/** The page is usable. Without this Teams shows an error page after 30 s. */
export const tellUsable = (): void => void app.notifySuccess().catch(() => undefined);
export const tellFailed = (code: string): void => app.notifyFailure({ reason: app.FailedReason.Other, message: code });

/**
 * Teams may suspend the tab and resume it later, perhaps for another deep link. Handlers are lost on suspension, so
 * they are registered again.
 */
export function followSleep(onResume: (path: string | undefined) => void): void {
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => Promise.resolve());
  app.lifecycle.registerOnResumeHandler(() => {
    app.registerOnThemeChangeHandler(onTheme);
    void app
      .getContext()
      .then((context) => {
        onTheme(context.app.theme);
        onResume(pathOfSubPage(context.page.subPageId));
      })
      .catch(() => onResume(undefined))
      .finally(tellUsable);
  });
}

/** The phone's back button navigates inside the tab first. */
export function followBackButton(back: () => boolean): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(back);
}

/** Opens a chat, a call or another page through Teams; inside its frame `window.open` is blocked. */
export const openLink = (url: string): void => void app.openLink(url).catch(() => undefined);
