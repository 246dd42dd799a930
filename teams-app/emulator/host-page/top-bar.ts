import { createClockControl } from './clock-control.ts';
import type { Desk, DeskState } from './desk-state.ts';
import { h, icon, type IconName } from './dom.ts';
import type { Texts } from './texts.ts';

interface Option<Value> {
  value: Value;
  text: (texts: Texts) => string;
  icon?: IconName;
  /** Instead of an icon, or beside it. */
  short?: string;
}

/** Name, clock, theme, width and language. */
export function createTopBar(desk: Desk): { element: HTMLElement } {
  const clock = createClockControl(desk);
  const title = h('h1');
  const subtitle = h('p');
  const groups = [
    choice(desk, 'theme', (texts) => texts.theme, [
      { value: 'default', text: (texts) => texts.light, icon: 'sun' },
      { value: 'dark', text: (texts) => texts.dark, icon: 'moon' },
      { value: 'contrast', text: (texts) => texts.contrast, icon: 'contrast' },
    ]),
    choice(desk, 'width', (texts) => texts.width, [
      { value: 'desktop', text: (texts) => texts.desktop, icon: 'desktop' },
      { value: 'phone375', text: (texts) => texts.phone375, icon: 'phone', short: '375' },
      { value: 'phone320', text: (texts) => texts.phone320, icon: 'phone', short: '320' },
    ]),
    choice(desk, 'language', (texts) => texts.language, [
      { value: 'da', text: () => 'Dansk', short: 'DA' },
      { value: 'en', text: () => 'English', short: 'EN' },
    ]),
  ];
  const element = h('header', { class: 'top-bar' }, [
    h('span', { class: 'app-icon', 'aria-hidden': 'true' }, [icon('wheel')]),
    h('div', { class: 'top-titles' }, [title, subtitle]),
    clock.element,
    ...groups.map((group) => group.element),
  ]);

  function update(): void {
    const texts = desk.texts();
    title.textContent = texts.title;
    document.title = texts.title;
    document.documentElement.lang = desk.state.language;
    document.documentElement.dataset['theme'] = desk.state.theme;
    subtitle.textContent = `${desk.host.organisation} · ${texts.subtitle}`;
    clock.update();
    for (const group of groups) group.update();
  }
  desk.onChange(update);
  update();
  return { element };
}

/** Radio buttons styled as one control. */
function choice<Key extends 'theme' | 'width' | 'language'>(
  desk: Desk,
  key: Key,
  name: (texts: Texts) => string,
  options: readonly Option<DeskState[Key]>[],
) {
  const items = options.map((option) => {
    const input = h('input', { type: 'radio', name: key, value: option.value }, [], {
      onchange: () => desk.set({ [key]: option.value }),
    });
    const label = h('label', {}, [input, option.icon && icon(option.icon), option.short]);
    return { option, input, label };
  });
  const element = h(
    'div',
    { class: 'segments', role: 'radiogroup' },
    items.map(({ label }) => label),
  );
  return {
    element,
    update() {
      const texts = desk.texts();
      element.setAttribute('aria-label', name(texts));
      for (const { option, input, label } of items) {
        input.checked = desk.state[key] === option.value;
        input.setAttribute('aria-label', option.text(texts));
        label.title = option.text(texts);
      }
    },
  };
}
