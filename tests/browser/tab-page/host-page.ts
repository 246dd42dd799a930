/** How the tab is opened: language, theme, and the reader's link. */
export interface Opening {
  locale?: string;
  theme?: 'default' | 'dark' | 'contrast';
  path?: string;
  subPageId?: string;
  frame?: 'content' | 'settings';
  /** The host does not answer, or refuses the token. */
  silent?: boolean;
  refuse?: boolean;
}

/** The same with the reader, for the host page. */
export interface HostOpening extends Opening {
  personId: string;
  upn: string;
  token: string;
  tenantId: string;
  /** Number of the tab: requests of a left one are not answered. */
  tab: number;
  /** Offset of the world's clock from the browser's, ms. */
  ahead: number;
}

/** The host page's data for the window's scripts. */
export interface HostWindow {
  host: {
    /** Offset of the tab's clock, ms. */
    ahead: number;
    /** The tab's messages to its host. */
    calls: { func: string; args: unknown[] }[];
    links: string[];
    settings: unknown;
    send(func: string, ...args: unknown[]): void;
    theme(name: string): void;
    /** Opens the tab with empty browser storage. Resolves when its first files are loaded. */
    begin(opening: HostOpening, address: string): Promise<void>;
    leave(): void;
  };
}

/**
 * A page that frames the tab and implements the part of the teams-js protocol it uses. The page is reused: the next tab
 * gets a new frame.
 */
export function hostPage(opening: HostOpening | undefined): string {
  const script = `
    const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {
      pages: { tabs: {}, config: {}, backStack: {}, currentApp: {}, appButton: {} }, teamsCore: {} } };
    const contextOf = ({ personId, upn, tenantId, locale = 'da-dk', theme = 'default', subPageId = '', frame = 'content' }) => ({
      theme,
      locale,
      entityId: 'home',
      subEntityId: subPageId,
      appId: '9d9c4d2e-0000-4000-8000-000000000001',
      userObjectId: personId,
      tid: tenantId,
      userPrincipalName: upn,
      hostName: 'Teams',
      hostClientType: 'web',
      sessionId: 's',
      appSessionId: 'x',
      ringId: 'general',
      frameContext: frame,
    });
    let opening;
    let frame;
    const answers = {
      initialize: () => [opening.frame ?? 'content', 'web', JSON.stringify(runtime), '2.58.0'],
      getContext: () => [contextOf(opening)],
      'authentication.getAuthToken': () =>
        opening.refuse ? [false, 'resourceRequiresConsent'] : [true, opening.token + '#' + opening.tab],
      executeDeepLink: (args) => { host.links.push(args[0]); return [true]; },
      'settings.setSettings': (args) => { host.settings = args[0]; return [true]; },
    };
    const send = (func, ...args) => frame.contentWindow.postMessage({ func, args }, '*');
    const show = (next) => {
      opening = next;
      Object.assign(host, { ahead: next.ahead, calls: [], links: [], settings: undefined });
      frame = document.createElement('iframe');
      frame.title = 'Sikkerhedshjulet';
      frame.src = '/tab' + (opening.path ?? '/');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      document.body.prepend(frame);
      return loaded;
    };
    window.host = { send,
      theme: (name) => send('themeChange', name),
      begin: (next, address) => {
        host.leave();
        localStorage.clear();
        // A reload opens this tab again.
        history.replaceState(null, '', address);
        return show(next);
      },
      leave: () => { frame?.remove(); frame = undefined; } };
    addEventListener('message', (event) => {
      if (!frame || event.source !== frame.contentWindow || !event.data || !event.data.func) return;
      const { func, id, uuidAsString, args } = event.data;
      host.calls.push({ func, args });
      if (opening.silent) return;
      const answer = answers[func];
      if (answer) event.source.postMessage({ id, uuidAsString, args: answer(args || []) }, event.origin);
    });
    // The tab of another test lay in this window before; a reload is the same tab.
    if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') localStorage.clear();
    const first = ${JSON.stringify(opening ?? null)};
    if (first) show(first);
  `;
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Teams</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style></head>
<body><script>${script}</script></body></html>`;
}

/** Runs before each frame's scripts: sets the tab's clock to its world's day. */
export function clockAhead(): void {
  const ahead = (parent as unknown as Partial<HostWindow>).host?.ahead ?? 0;
  if (parent === globalThis.window || ahead === 0) return;
  const Own = Date;
  globalThis.Date = class extends Own {
    constructor(...given: []) {
      super(...(given.length === 0 ? ([Own.now() + ahead] as unknown as []) : given));
    }
    static override now() {
      return Own.now() + ahead;
    }
  } as DateConstructor;
}
