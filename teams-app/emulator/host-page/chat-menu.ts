import { control, type Chat } from './control-client.ts';
import type { Desk } from './desk-state.ts';
import { h, icon } from './dom.ts';

/** Installing, blocking and deleting the app, by the person. */
export function createChatMenu(desk: Desk, chat: () => Chat | undefined, refresh: () => Promise<void>) {
  const install = h('button', { type: 'button' }, [], {
    onclick: () => void act((personId) => control.setPerson(personId, { installed: !chat()?.installed })),
  });
  const block = h('button', { type: 'button' }, [], {
    onclick: () => void act((personId) => control.setPerson(personId, { blocked: !chat()?.blocked })),
  });
  const remove = h('button', { type: 'button' }, [], {
    onclick: () => void act((personId) => control.deleteChat(personId)),
  });
  const panel = h('div', { class: 'menu', id: 'chat-menu', popover: 'auto' }, [install, block, remove]);
  const opener = h('button', { type: 'button', class: 'tool', popovertarget: 'chat-menu' }, [icon('more')]);
  panel.addEventListener('beforetoggle', () => {
    const { bottom, right } = opener.getBoundingClientRect();
    panel.style.top = `${bottom + 4}px`;
    panel.style.right = `${innerWidth - right}px`;
  });

  async function act(change: (personId: string) => Promise<unknown>): Promise<void> {
    const personId = desk.state.person?.id;
    panel.hidePopover();
    if (!personId) return;
    try {
      await change(personId);
    } catch (error) {
      desk.tell(error instanceof Error ? error.message : desk.texts().wentWrong);
    }
    await Promise.all([refresh(), desk.reloadPeople()]);
  }

  return {
    element: h('div', { class: 'menu-holder' }, [opener, panel]),
    update() {
      const texts = desk.texts();
      opener.setAttribute('aria-label', texts.chatMenu);
      opener.title = texts.chatMenu;
      install.textContent = chat()?.installed ? texts.uninstall : texts.install;
      block.textContent = chat()?.blocked ? texts.unblock : texts.block;
      remove.textContent = texts.deleteChat;
    },
  };
}
