import { control } from './control-client.ts';
import { linkOf } from './deep-link.ts';
import type { Desk } from './desk-state.ts';
import { avatar, h, icon } from './dom.ts';
import { serveTab } from './teams-protocol.ts';
import { fill } from './texts.ts';

/** Milliseconds until the loading indicator is hidden, for pages that never report ready. */
const patience = 15_000;

export interface TabPanel {
  element: HTMLElement;
  /** Opens a page of the app, as a deep link does. */
  open(entityId: string, subEntityId?: string): void;
}

/** The tab as Teams frames it: app header, frame, loading and failure signs. */
export function createTabPanel(desk: Desk, openLink: (url: string) => void): TabPanel {
  let frame: HTMLIFrameElement | undefined;
  let page: { entityId: string; subEntityId: string | undefined } = { entityId: 'home', subEntityId: undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const [appId = ''] = desk.host.appIds;

  const seenAs = h('span', { class: 'seen-as' });
  const reload = h('button', { type: 'button', class: 'tool' }, [icon('reload')], { onclick: () => load() });
  const loading = h('div', { class: 'frame-sign', role: 'status' });
  const stage = h('div', { class: 'stage' });
  const element = h('main', { class: 'tab-panel', id: 'tab-panel' }, [
    h('div', { class: 'app-header' }, [
      h('span', { class: 'app-icon', 'aria-hidden': 'true' }, [icon('wheel')]),
      h('h2', {}, [desk.host.appName]),
      seenAs,
      reload,
    ]),
    h('div', { class: 'stage-area' }, [stage]),
  ]);

  const bridge = serveTab(() => frame, {
    context: () => {
      const { person, theme, language } = desk.state;
      return {
        theme,
        locale: language === 'da' ? 'da-dk' : 'en-us',
        userObjectId: person?.id,
        tid: desk.host.tenantId,
        userPrincipalName: person?.upn,
        loginHint: person?.upn,
        userDisplayName: person?.name,
        entityId: page.entityId,
        subEntityId: page.subEntityId ?? '',
        appId,
        hostName: 'Teams',
        hostClientType: 'web',
        frameContext: 'content',
        ringId: 'general',
        sessionId: 'desk',
        appSessionId: `desk-${Date.now()}`,
      };
    },
    token: () => control.token(desk.state.person?.id ?? ''),
    loaded: () => sign(undefined),
    failed: () => sign('failed'),
    navigate: (entityId, subEntityId) => open(entityId, subEntityId),
    openLink,
    share(subEntityId, label) {
      const link = linkOf(appId, page.entityId, subEntityId);
      void navigator.clipboard?.writeText(link).catch(() => undefined);
      desk.tell(fill(desk.texts().copied, { url: label || link }));
    },
  });

  function sign(kind: 'loading' | 'failed' | undefined): void {
    clearTimeout(timer);
    const texts = desk.texts();
    loading.hidden = kind === undefined;
    loading.replaceChildren(
      ...(kind === 'loading' ? [h('span', { class: 'spinner', 'aria-hidden': 'true' }), texts.loading] : []),
      ...(kind === 'failed'
        ? [
            texts.tabFailed,
            h('button', { type: 'button', class: 'button primary' }, [texts.retry], { onclick: () => load() }),
          ]
        : []),
    );
  }

  /** A new frame each time: nothing of the former person stays, and the browser's history does not grow. */
  function load(): void {
    frame = h('iframe', {
      title: desk.texts().tab,
      src: page.entityId === 'home' ? '/tab/' : `/tab/${page.entityId}`,
      allow: 'clipboard-write',
    });
    stage.replaceChildren(frame, loading);
    sign('loading');
    timer = setTimeout(() => sign(undefined), patience);
  }

  function open(entityId: string, subEntityId?: string): void {
    page = { entityId: /^[\w-]+$/.test(entityId) ? entityId : 'home', subEntityId };
    load();
  }

  function label(): void {
    const texts = desk.texts();
    const { person, width } = desk.state;
    element.setAttribute('aria-label', texts.tab);
    reload.setAttribute('aria-label', texts.reload);
    reload.title = texts.reload;
    frame?.setAttribute('title', texts.tab);
    seenAs.replaceChildren(
      ...(person ? [avatar(person.name, 'avatar tiny'), fill(texts.seenAs, { name: person.name })] : []),
    );
    stage.dataset['width'] = width;
  }

  desk.onChange((before) => {
    label();
    const { person, theme, language } = desk.state;
    if (before.theme !== theme) bridge.send('themeChange', theme);
    if (before.person?.id !== person?.id) open('home');
    else if (before.language !== language) load();
  });
  label();
  load();
  return { element, open };
}
