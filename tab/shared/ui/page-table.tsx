import type { ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import type { CatalogueName } from '../texts/catalogues.ts';
import { loadTexts } from '../texts/texts.ts';
import { Missing } from './Failed.tsx';
import { late } from './late.tsx';

/** A row of a table of pages: the loader of its code, and of a group the loader of the page within. */
interface Row {
  load: () => Promise<ComponentType>;
  preloadWithin?: (path: string) => Promise<void>;
}
/** Pages by path; `:name` is a parameter. */
export interface PageTable {
  Pages: ComponentType;
  /** Starts loading the page of a path before React requests it. */
  preload(path: string): void;
}

/** The named page of a file, with its texts: both are loaded in parallel when the page is first opened. */
export const page = <Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  ...texts: CatalogueName[]
): Row => ({ load: async () => (await Promise.all([load(), loadTexts(...texts)]))[0][name] });

/** `page` with the same texts for several. */
export const pageWith =
  (...texts: CatalogueName[]) =>
  <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Row =>
    page(load, name, ...texts);

/** The pages of a feature, whose table is loaded when the first of them is opened. */
export const pageGroup = <Name extends string>(load: () => Promise<Record<Name, PageTable>>, name: Name): Row => ({
  load: async () => (await load())[name].Pages,
  preloadWithin: async (path) => (await load())[name].preload(path),
});

/** Renders the page of the address: the first match, or that there is none. */
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
