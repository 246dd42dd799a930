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
}

/**
 * A page that frames the tab and speaks the part of the teams-js protocol that the tab uses. The token is the reader's
 * name, which the mock API takes for an identity. `window.host` lets a test change the theme and read what was asked.
 */
export function hostPage(opening: Opening): string {
  const { locale = 'da-dk', theme = 'default', path = '/', frame = 'content' } = opening;
  const context = {
    theme,
    locale,
    entityId: 'home',
    subEntityId: opening.subPageId ?? '',
    appId: '9d9c4d2e-0000-4000-8000-000000000001',
    userObjectId: opening.person ?? 'employee',
    tid: '11111111-1111-4111-8111-111111111111',
    userPrincipalName: 'reader@ishoj.example',
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId: 's',
    appSessionId: 'x',
    ringId: 'general',
    frameContext: frame,
  };
  const script = `
    // Another test's tab lay in this window before; a reload is the same tab.
    if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') localStorage.clear();
    const context = ${JSON.stringify(context)};
    const opening = ${JSON.stringify(opening)};
    const runtime = { apiVersion: 4, hostVersionsInfo: {}, isLegacyTeams: false, supports: {
      pages: { tabs: {}, config: {}, backStack: {}, currentApp: {}, appButton: {} }, teamsCore: {} } };
    const frame = document.querySelector('iframe');
    const answers = {
      initialize: () => [context.frameContext, 'web', JSON.stringify(runtime), '2.58.0'],
      getContext: () => [context],
      'authentication.getAuthToken': () => opening.refuse ? [false, 'resourceRequiresConsent'] : [true, opening.person || 'employee'],
      executeDeepLink: (args) => { host.links.push(args[0]); return [true]; },
      'settings.setSettings': (args) => { host.settings = args[0]; return [true]; },
    };
    const send = (func, ...args) => frame.contentWindow.postMessage({ func, args }, '*');
    window.host = { calls: [], links: [], settings: undefined, send,
      theme: (name) => send('themeChange', name) };
    addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || !event.data || !event.data.func) return;
      const { func, id, uuidAsString, args } = event.data;
      host.calls.push({ func, args });
      if (opening.silent) return;
      const answer = answers[func];
      if (answer) event.source.postMessage({ id, uuidAsString, args: answer(args || []) }, event.origin);
    });
    frame.src = '/tab' + ${JSON.stringify(path)};
  `;
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Teams</title><link rel="icon" href="data:,">
<style>html,body{margin:0;height:100%}iframe{display:block;border:0;width:100%;height:100%}</style></head>
<body><iframe title="Sikkerhedshjulet"></iframe><script>${script}</script></body></html>`;
}
