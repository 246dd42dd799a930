import { createChatMenu } from './chat-menu.ts';
import { control, type Chat } from './control-client.ts';
import type { Desk } from './desk-state.ts';
import { h, icon } from './dom.ts';
import { createMessageView, keyOf, type MessageView } from './message-view.ts';
import { fill } from './texts.ts';

/** Polling interval of the chat, ms. */
const every = 1000;

/** The person's chat with the bot: messages, cards, and the input box. */
export function createChatPanel(
  desk: Desk,
  openLink: (url: string) => void,
): { element: HTMLElement; focus: () => void } {
  let chat: Chat | undefined;
  let views: MessageView[] = [];
  let asked = 0;

  const heading = h('h2');
  const subtitle = h('p', { class: 'panel-subtitle' });
  const notice = h('div', { class: 'notice', role: 'status' });
  const log = h('div', { class: 'messages', role: 'log', tabindex: 0 });
  const box = h('textarea', { rows: 1, class: 'message-box' }, [], {
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    },
    oninput: () => grow(),
  });
  const send = h('button', { type: 'submit', class: 'tool send' }, [icon('send')]);
  const form = h('form', { class: 'write' }, [box, send], {
    onsubmit: (event) => {
      event.preventDefault();
      void say();
    },
  });
  const menu = createChatMenu(desk, () => chat, refresh);
  const element = h('aside', { class: 'chat-panel', id: 'chat-panel' }, [
    h('div', { class: 'panel-head' }, [
      h('span', { class: 'bot-picture', 'aria-hidden': 'true' }, [icon('wheel')]),
      h('div', { class: 'panel-titles' }, [heading, subtitle]),
      menu.element,
    ]),
    notice,
    log,
    form,
  ]);

  function grow(): void {
    box.rows = Math.min(5, box.value.split('\n').length);
  }

  async function say(): Promise<void> {
    const text = box.value.trim();
    const personId = desk.state.person?.id;
    if (text === '' || !personId) return;
    box.value = '';
    grow();
    const sent = control.say(personId, text);
    // Shows the own message before the bot answers.
    setTimeout(() => void refresh(), 50);
    try {
      const { status } = await sent;
      if (status >= 400) desk.tell(desk.texts().unreachableApp);
    } catch {
      desk.tell(desk.texts().appMissing);
    }
    await refresh();
  }

  /** Reads the chat and renders changes; an answer for a previous person is dropped. */
  async function refresh(): Promise<void> {
    const personId = desk.state.person?.id;
    if (!personId) return;
    const mine = (asked += 1);
    const read = await control.chat(personId).catch(() => undefined);
    if (!read || mine !== asked || personId !== desk.state.person?.id) return;
    const same = chat?.personId === read.personId && chat.version === read.version;
    chat = read;
    menu.update();
    tellNotice();
    if (!same || views.length !== read.messages.length) draw(read);
  }

  function draw(read: Chat): void {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const known = new Map(views.map((view) => [view.key, view]));
    const before = views.length;
    views = read.messages.map(
      (message) =>
        known.get(keyOf(message, desk)) ??
        createMessageView(message, { desk, personId: read.personId, openLink, refresh }),
    );
    const empty = h('p', { class: 'empty' }, [desk.texts().noMessages]);
    const wanted = views.length > 0 ? views.map((view) => view.element) : [empty];
    // Updates only differences, to preserve inputs and focus.
    for (const child of [...log.children]) if (!wanted.includes(child as HTMLElement)) child.remove();
    wanted.forEach((child, place) => {
      if (log.children[place] !== child) log.insertBefore(child, log.children[place] ?? null);
    });
    if (atEnd || views.length > before) log.scrollTop = log.scrollHeight;
  }

  function tellNotice(): void {
    const { person } = desk.state;
    const texts = desk.texts();
    let text = '';
    if (person && chat) {
      if (!person.teams) text = texts.noTeamsLicence;
      else if (!chat.installed) text = texts.notInstalled;
      else if (chat.blocked) text = texts.blocked;
    }
    const filled = fill(text, { name: person?.name ?? '' });
    if (notice.textContent !== filled) notice.textContent = filled;
    notice.hidden = text === '';
  }

  function label(): void {
    const texts = desk.texts();
    heading.textContent = texts.chat;
    subtitle.textContent = fill(texts.chatOf, { name: desk.host.appName });
    element.setAttribute('aria-label', texts.chat);
    log.setAttribute('aria-label', texts.chat);
    box.setAttribute('aria-label', texts.write);
    box.placeholder = texts.write;
    send.setAttribute('aria-label', texts.send);
    send.title = texts.send;
    menu.update();
    tellNotice();
  }

  desk.onChange((before) => {
    label();
    if (before.person?.id !== desk.state.person?.id) {
      chat = undefined;
      views = [];
      log.replaceChildren();
      void refresh();
    } else if (before.language !== desk.state.language && chat) {
      draw(chat);
    }
  });
  label();
  void refresh();
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, every);
  return { element, focus: () => box.focus() };
}
