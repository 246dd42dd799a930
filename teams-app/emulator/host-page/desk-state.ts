import type { HostInfo, Person } from './control-client.ts';
import { texts, type Language, type Texts } from './texts.ts';

export type Theme = 'default' | 'dark' | 'contrast';
export type Width = 'desktop' | 'phone375' | 'phone320';

export interface DeskState {
  theme: Theme;
  width: Width;
  language: Language;
  person: Person | undefined;
}

/** State shared by the page's parts, with listeners. */
export interface Desk {
  readonly host: HostInfo;
  readonly people: readonly Person[];
  readonly state: Readonly<DeskState>;
  set(change: Partial<DeskState>): void;
  /** Called after each change with the previous state. */
  onChange(listener: (before: DeskState) => void): void;
  texts(): Texts;
  locale(): string;
  /** Shows a short message at the bottom of the page, also for screen readers. */
  tell(text: string): void;
  /** Reloads people, e.g. after an installation. */
  reloadPeople(): Promise<void>;
}

const storageName = 'desk';

function remembered(): Partial<{ theme: Theme; width: Width; language: Language; personId: string }> {
  try {
    return JSON.parse(localStorage.getItem(storageName) ?? '{}') as ReturnType<typeof remembered>;
  } catch {
    return {};
  }
}

export function createDesk(parts: {
  host: HostInfo;
  people: Person[];
  readPeople(): Promise<Person[]>;
  tell(text: string): void;
}): Desk {
  const before = remembered();
  let people = parts.people;
  const first = people.find(({ roles }) => roles.includes('ciso')) ?? people[0];
  let state: DeskState = {
    theme: before.theme ?? 'default',
    width: before.width ?? 'desktop',
    language: before.language ?? 'da',
    person: people.find(({ id }) => id === before.personId) ?? first,
  };
  const listeners: ((before: DeskState) => void)[] = [];

  function set(change: Partial<DeskState>): void {
    const old = state;
    state = { ...state, ...change };
    const { theme, width, language, person } = state;
    localStorage.setItem(storageName, JSON.stringify({ theme, width, language, personId: person?.id }));
    for (const listener of listeners) listener(old);
  }

  return {
    host: parts.host,
    get people() {
      return people;
    },
    get state() {
      return state;
    },
    set,
    onChange: (listener) => void listeners.push(listener),
    texts: () => texts[state.language],
    locale: () => (state.language === 'da' ? 'da-DK' : 'en-GB'),
    tell: parts.tell,
    async reloadPeople() {
      people = await parts.readPeople();
      set({ person: people.find(({ id }) => id === state.person?.id) ?? state.person });
    },
  };
}
