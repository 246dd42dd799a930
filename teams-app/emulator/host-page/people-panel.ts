import type { Person } from './control-client.ts';
import type { Desk } from './desk-state.ts';
import { avatar, h, icon } from './dom.ts';
import { groupsOf, matching, type Group } from './people-groups.ts';
import { fill } from './texts.ts';

/** Most rows of a group; beyond it, searching is quicker. */
const mostRows = 60;
const mostHits = 40;

/** The person switcher: a few people of every role first, all by search. */
export function createPeoplePanel(desk: Desk): { element: HTMLElement } {
  const opened = new Set<string>();
  const heading = h('h2', { class: 'visually-hidden' });
  const search = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' }, [], {
    oninput: () => draw(),
  });
  const list = h('div', { class: 'people-list' }, [], { onkeydown: (event) => walk(event) });
  const element = h('nav', { class: 'people-panel', id: 'people-panel' }, [
    heading,
    h('div', { class: 'search' }, [icon('search'), search]),
    list,
  ]);

  function walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...list.querySelectorAll<HTMLElement>('button')];
    const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  function row(person: Person): HTMLElement {
    const texts = desk.texts();
    const mark = !person.teams ? texts.noTeams : !person.installed && texts.noApp;
    return h(
      'button',
      {
        type: 'button',
        class: 'person',
        'data-person': person.id,
        'aria-current': person.id === desk.state.person?.id ? 'true' : undefined,
      },
      [
        avatar(person.name),
        h('span', { class: 'person-texts' }, [
          h('span', { class: 'person-name' }, [person.name]),
          h('span', { class: 'person-line', title: person.centre ?? undefined }, [
            [person.title, shortCentre(person.centre)].filter(Boolean).join(' · '),
          ]),
        ]),
        mark && h('span', { class: 'mark' }, [mark]),
      ],
      { onclick: () => desk.set({ person }) },
    );
  }

  function section({ key, title, people, featured }: Group): HTMLElement {
    const texts = desk.texts();
    const all = opened.has(key);
    const shown = all ? people.slice(0, mostRows) : featured;
    const rest = people.length - mostRows;
    return h('section', { 'aria-label': title }, [
      h('h3', {}, [title, h('span', { class: 'count' }, [people.length.toLocaleString(desk.locale())])]),
      ...shown.map(row),
      all && rest > 0 && h('p', { class: 'hint' }, [fill(texts.andMore, { n: rest.toLocaleString(desk.locale()) })]),
      people.length > featured.length &&
        h(
          'button',
          { type: 'button', class: 'more', 'aria-expanded': String(all), 'data-group': key },
          [all ? texts.showFewer : fill(texts.showAll, { n: people.length.toLocaleString(desk.locale()) })],
          { onclick: () => toggle(key) },
        ),
    ]);
  }

  function toggle(key: string): void {
    if (!opened.delete(key)) opened.add(key);
    draw();
    list.querySelector<HTMLElement>(`[data-group="${key}"]`)?.focus();
  }

  function draw(): void {
    const texts = desk.texts();
    element.setAttribute('aria-label', texts.people);
    heading.textContent = texts.people;
    search.setAttribute('aria-label', texts.search);
    search.placeholder = texts.searchShort;
    const wanted = search.value.trim();
    const top = list.scrollTop;
    if (wanted === '') {
      list.replaceChildren(...groupsOf(desk.people, texts).map(section));
    } else {
      const hits = matching(desk.people, wanted, texts);
      const rest = hits.length - mostHits;
      list.replaceChildren(
        ...hits.slice(0, mostHits).map(row),
        ...(rest > 0 ? [h('p', { class: 'hint' }, [fill(texts.andMore, { n: rest })])] : []),
        ...(hits.length === 0 ? [h('p', { class: 'hint', role: 'status' }, [texts.noMatch])] : []),
      );
    }
    list.scrollTop = top;
  }

  desk.onChange((before) => {
    const { person, language } = desk.state;
    if (before.language !== language || before.person !== person) {
      const focused = (document.activeElement as HTMLElement | null)?.dataset['person'];
      draw();
      if (focused) list.querySelector<HTMLElement>(`[data-person="${focused}"]`)?.focus();
    }
  });
  draw();
  return { element };
}

/** Centre names share their first words, which would hide the distinctive part. */
const shortCentre = (centre: string | null) => centre?.replace(/^Center for /, '');
