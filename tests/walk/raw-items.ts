import type { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of every item of a list, as in SharePoint: no mirror, no codec, no rule of the program. */
export function rawItems(world: World, name: string): Fields[] {
  const list = world.sites.lists.find(name);
  return list ? world.sites.items.page(list, 0, 1_000_000).map(({ fields }) => fields) : [];
}

export const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};
export const flag = (fields: Fields, name: string): boolean => fields[name] === true;
export const jsonIn = <Shape>(fields: Fields, name: string, shape: z.ZodType<Shape>): Shape =>
  shape.parse(JSON.parse(text(fields, name)));

/** A calendar day, `YYYY-MM-DD`; '' if none. */
export const dayIn = (fields: Fields, name: string): string => text(fields, name).slice(0, 10);

const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
/** A timestamp's Danish day. */
export const dayOf = (moment: string): string => danish.format(new Date(moment));
/** A column's timestamp; '' if none. */
export const momentIn = (fields: Fields, name: string): string => {
  const moment = text(fields, name);
  return moment === '' ? '' : dayOf(moment);
};

/** Day that the duties about an asset or a service are counted from: its latest change at the latest. */
export function countsFrom(fields: Fields): string {
  const [day, changedOn] = [dayIn(fields, 'CountsFrom'), momentIn(fields, 'ChangedAt')];
  return day === '' || day > changedOn ? changedOn : day;
}

/** A centre in use, and its start; '' for an original one. */
export interface Place {
  id: string;
  opensOn: string;
}
export const placesInUse = (world: World): Place[] =>
  rawItems(world, 'Centres')
    .filter((centre) => !flag(centre, 'Closed'))
    .map((centre) => ({ id: text(centre, 'Key'), opensOn: dayIn(centre, 'OpensOn') }));

/** An obligation, with its centre. */
export interface Work {
  title: string;
  /** '' for the whole organisation, and for a closed centre. */
  centreId: string;
  due: string;
}
/** Called what one item is called, where another says. */
export const owed = (called: Fields, where: Fields, due: string): Work => ({
  ...{ title: text(called, 'Title'), centreId: text(where, 'CentreId'), due },
});
export const byKey = (world: World, list: string): Map<string, Fields> =>
  new Map(rawItems(world, list).map((one) => [text(one, 'Key'), one]));
