import type { Desk } from './desk-state.ts';
import { h, icon, type IconName } from './dom.ts';
import type { Texts } from './texts.ts';

export type Pane = 'people' | 'tab' | 'chat';
const panes: readonly [Pane, IconName, (texts: Texts, app: string) => string][] = [
  ['people', 'people', (texts) => texts.people],
  ['tab', 'wheel', (_texts, app) => app],
  ['chat', 'chat', (texts) => texts.chat],
];

/** In a narrow window one panel is visible; this bar at the bottom switches. */
export function createPaneSwitch(desk: Desk, panels: HTMLElement) {
  const buttons = panes.map(([pane, name, text]) => {
    const label = h('span');
    const button = h('button', { type: 'button' }, [icon(name), label], { onclick: () => show(pane) });
    return { pane, button, label, text };
  });
  const element = h(
    'div',
    { class: 'pane-switch', role: 'group' },
    buttons.map(({ button }) => button),
  );

  function show(pane: Pane): void {
    panels.dataset['pane'] = pane;
    for (const each of buttons) each.button.setAttribute('aria-pressed', String(each.pane === pane));
  }
  function update(): void {
    for (const { label, text } of buttons) label.textContent = text(desk.texts(), desk.host.appName);
  }
  desk.onChange((before) => {
    update();
    if (before.person?.id !== desk.state.person?.id && panels.dataset['pane'] === 'people') show('tab');
  });
  update();
  show('tab');
  return { element, show };
}
