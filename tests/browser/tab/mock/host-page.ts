/** How the tab is opened: who reads, in which language and theme, and which link brought them. */
export interface Opening {
  person?: string;
  locale?: string;
  theme?: 'default' | 'dark' | 'contrast';
  path?: string;
  subPageId?: string;
  frame?: 'content' | 'settings';
  /** The host says nothing at all, or refuses the token. */
  silent?: boolean;
  refuse?: boolean;
  /** Which of the tabs that were opened it is: what one of them asks when it has been left is not answered. */
  tab?: number;
}

/** What the window's scripts know of the host page. */
export interface HostWindow {
  host: {
    /** Opens the tab so, with nothing kept in the browser. Ends when all that the tab begins with is loaded. */
    begin(opening: Opening, address: string): Promise<void>;
    /** Leaves the tab. */
    leave(): void;
  };
}

/**
 * A page that frames the tab and speaks the part of the teams-js protocol that the tab uses. The token is the reader's
 * name, which the mock API takes for an identity. `window.host` lets a test change the theme and read what was asked. The
 * page stays when a tab is left: the next begins in a frame of its own.
 */
export function hostPage(opening: Opening): string {
  const script = `
    const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {
      pages: { tabs: {}, config: {}, backStack: {}, currentApp: {}, appButton: {} }, teamsCore: {} } };
    const contextOf = ({ person = 'employee', locale = 'da-dk', theme = 'default', subPageId = '', frame = 'content' }) => ({
      theme,
      locale,
      entityId: 'home',
      subEntityId: subPageId,
      appId: '9d9c4d2e-0000-4000-8000-000000000001',
      userObjectId: person,
      tid: '11111111-1111-4111-8111-111111111111',
      userPrincipalName: 'reader@ishoj.example',
      hostName: 'Teams',
      hostClientType: 'web',
      sessionId: 's',
      appSessionId: 'x',
      ringId: 'general',
      frameContext: frame,
    });
    let opening;
    let frame;
    const tokenOf = ({ person = 'employee', tab }) => tab === undefined ? person : person + '#' + tab;
    const answers = {
      initialize: () => [opening.frame ?? 'content', 'web', JSON.stringify(runtime), '2.58.0'],
      getContext: () => [contextOf(opening)],
      'authentication.getAuthToken': () => opening.refuse ? [false, 'resourceRequiresConsent'] : [true, tokenOf(opening)],
      executeDeepLink: (args) => { host.links.push(args[0]); return [true]; },
      'settings.setSettings': (args) => { host.settings = args[0]; return [true]; },
    };
    const send = (func, ...args) => frame.contentWindow.postMessage({ func, args }, '*');
    const show = (next) => {
      opening = next;
      Object.assign(host, { calls: [], links: [], settings: undefined });
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
    // Another test's tab lay in this window before; a reload is the same tab.
    if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') localStorage.clear();
    show(${JSON.stringify(opening)});
  `;
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Teams</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style></head>
<body><script>${script}</script></body></html>`;
}
