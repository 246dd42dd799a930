import { createChatPanel } from './chat-panel.ts';
import { control } from './control-client.ts';
import { linkTarget } from './deep-link.ts';
import { createDesk } from './desk-state.ts';
import { h } from './dom.ts';
import { createPaneSwitch } from './pane-switch.ts';
import { createPeoplePanel } from './people-panel.ts';
import { createTabPanel } from './tab-panel.ts';
import { fill, texts } from './texts.ts';
import { createTopBar } from './top-bar.ts';

/** Duration of a message, ms. */
const toastTime = 6000;

async function start(root: HTMLElement): Promise<void> {
  const toast = h('div', { class: 'toast', role: 'status' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (text: string) => {
    clearTimeout(timer);
    toast.textContent = text;
    toast.classList.add('shown');
    timer = setTimeout(() => toast.classList.remove('shown'), toastTime);
  };

  const [host, people] = await Promise.all([control.host(), control.people()]);
  const desk = createDesk({ host, people, readPeople: control.people, tell });
  const openLink = (url: string) => {
    const target = linkTarget(url, host.appIds);
    if (target.kind === 'page' && target.entityId === 'conversations') {
      panes.show('chat');
      chat.focus();
    } else if (target.kind === 'page') {
      tab.open(target.entityId, target.subEntityId);
      panes.show('tab');
    } else if (target.kind === 'teams') {
      tell(fill(desk.texts().wouldOpen, { url: target.url }));
    } else {
      tell(fill(desk.texts().openedOutside, { url: target.url }));
      window.open(target.url, '_blank', 'noopener,noreferrer');
    }
  };
  const tab = createTabPanel(desk, openLink);
  const chat = createChatPanel(desk, openLink);
  const panels = h('div', { class: 'panels' }, [createPeoplePanel(desk).element, tab.element, chat.element]);
  const panes = createPaneSwitch(desk, panels);
  root.replaceChildren(createTopBar(desk).element, panels, panes.element, toast);
}

const root = document.querySelector<HTMLElement>('#desk');
if (root) {
  start(root).catch(() => {
    root.replaceChildren(
      h('main', { class: 'outage' }, [
        h('p', {}, [texts.da.appMissing]),
        h('p', { lang: 'en' }, [texts.en.appMissing]),
        h('button', { type: 'button', class: 'button primary' }, [`${texts.da.retry} / ${texts.en.retry}`], {
          onclick: () => location.reload(),
        }),
      ]),
    );
  });
}
