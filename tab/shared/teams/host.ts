import { app, pages } from '@microsoft/teams-js';
import { pathOfSubPage } from './deep-link.ts';
import { themeNameOf, type ThemeName } from './theme.ts';
import { within } from './within.ts';

/** teams-js itself waits a minute, which is a blank page to whoever opens the address in a browser. */
const initializeMilliseconds = 5_000;

export interface Host {
  locale: string;
  /** Where a card's link wants to go, when the tab was opened by one. */
  deepLink: string | undefined;
  /** Teams' own name of this tab's frame: `settings` while a channel tab is being added. */
  frame: string;
}

let reader: string | undefined;
/** Who reads, by the person's id in the directory; undefined outside Teams. */
export const readerId = (): string | undefined => reader;

let theme: ThemeName = 'default';
const listeners = new Set<() => void>();
const followTheme = (name: string) => {
  theme = themeNameOf(name);
  listeners.forEach((listener) => listener());
};

/** The theme Teams shows now, for `useSyncExternalStore`. */
export const themeStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  current: () => theme,
};

/** Joins the Teams client; undefined when there is none (an ordinary browser, or a host that keeps silent for 5 s). */
export async function joinHost(): Promise<Host | undefined> {
  try {
    await within(initializeMilliseconds, app.initialize());
    const context = await within(initializeMilliseconds, app.getContext());
    reader = context.user?.id;
    followTheme(context.app.theme);
    app.registerOnThemeChangeHandler(followTheme);
    return {
      locale: context.app.locale,
      deepLink: pathOfSubPage(context.page.subPageId),
      frame: String(context.page.frameContext),
    };
  } catch {
    return undefined;
  }
}

/** Something is painted: Teams takes its own loading sign away. */
export const tellLoaded = (): void => app.notifyAppLoaded();
/** The page can be used. Without this Teams shows an error page after 30 s. */
export const tellUsable = (): void => void app.notifySuccess().catch(() => undefined);
export const tellFailed = (code: string): void => app.notifyFailure({ reason: app.FailedReason.Other, message: code });

/**
 * Teams may put the tab to sleep and wake it later, perhaps for another deep link. Handlers are lost while it sleeps, so
 * they are registered again.
 */
export function followSleep(onResume: (path: string | undefined) => void): void {
  app.lifecycle.registerBeforeSuspendOrTerminateHandler(() => Promise.resolve());
  app.lifecycle.registerOnResumeHandler(() => {
    app.registerOnThemeChangeHandler(followTheme);
    void app
      .getContext()
      .then((context) => {
        followTheme(context.app.theme);
        onResume(pathOfSubPage(context.page.subPageId));
      })
      .catch(() => onResume(undefined))
      .finally(tellUsable);
  });
}

/** The phone's back button walks back inside the tab first. */
export function followBackButton(back: () => boolean): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(back);
}

/** Opens a chat, a call or another page through Teams; in a browser frame `window.open` would be blocked. */
export const openLink = (url: string): void => void app.openLink(url).catch(() => undefined);
