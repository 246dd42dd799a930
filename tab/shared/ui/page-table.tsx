import type { ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import type { CatalogueName } from '../texts/catalogues.ts';
import { loadTexts } from '../texts/texts.ts';
import { Missing } from './Failed.tsx';
import { late } from './late.tsx';

/** A row of a table of pages: how its code comes, and of a group how the code of the page within comes. */
interface Row {
  load: () => Promise<ComponentType>;
  preloadWithin?: (path: string) => Promise<void>;
}
/** Pages by their path; `:name` is a parameter. */
export interface PageTable {
  Pages: ComponentType;
  /** Begins to fetch the page behind a path before React asks for it. */
  preload(path: string): void;
}

/** A page with the texts it says: both are fetched when the page is first opened, at the same time. */
export const page = (load: () => Promise<ComponentType>, ...texts: CatalogueName[]): Row => ({
  load: async () => {
    const [component] = await Promise.all([load(), loadTexts(...texts)]);
    return component;
  },
});

/** The pages of a feature, whose table is fetched when the first of them is opened. */
export const pageGroup = (load: () => Promise<PageTable>): Row => ({
  load: async () => (await load()).Pages,
  preloadWithin: async (path) => (await load()).preload(path),
});

/** Draws the page of the address: the first row that fits, or that there is none. */
export function pageTable(rows: Readonly<Record<string, Row>>): PageTable {
  const routes = Object.entries(rows).map(([path, row]) => ({ path, row, ...late(row.load, { title: true }) }));
  return {
    Pages: () => (
      <Switch>
        {routes.map(({ path, Part }) => (
          <Route key={path} path={path} component={Part} />
        ))}
        <Route component={Missing} />
      </Switch>
    ),
    preload: (path) => {
      const exact = routes.find((route) => route.path === path);
      const fitting = exact ?? routes.find((route) => matches(route.path, path));
      fitting?.preload();
      void fitting?.row.preloadWithin?.(path).catch(() => undefined);
    },
  };
}

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replace(/\/\*\?$/, '(/.*)?').replace(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] ?? '');
