import { z } from 'zod';
import type { World } from '../../teams-app/emulator/world.ts';
import { addDays, addMonths, latest } from './raw-dates.ts';
import {
  countsFrom,
  dayIn,
  dayOf,
  jsonIn,
  momentIn,
  owed,
  rawItems,
  text,
  type Fields,
  type Work,
} from './raw-items.ts';

const said = z.looseObject({ is: z.boolean(), at: z.string(), from: z.string().optional() });
const keys = z.array(z.string());
const settings = z.looseObject({ vitalWithin: z.number() });
/** Hours, the default limit. */
const vitalWithin = 72;

interface Source {
  key: string;
  hours: number;
  needs: readonly string[];
  changedOn: string;
}
const number = (fields: Fields, name: string): number[] => {
  const value = fields[name];
  return typeof value === 'number' ? [value] : [];
};

/** Everything an asset depends on, through chains of what is not retired; itself included. */
export function reached(world: World): (begun: readonly string[]) => ReadonlySet<string> {
  const needs = new Map(
    rawItems(world, 'Assets')
      .filter((asset) => text(asset, 'State') !== 'retired')
      .map((asset) => [text(asset, 'Key'), jsonIn(asset, 'DependsOn', keys)]),
  );
  return (begun) => {
    const found = new Set(begun.filter((key) => needs.has(key)));
    for (const key of found) for (const needed of needs.get(key) ?? []) if (needs.has(needed)) found.add(needed);
    return found;
  };
}

export const servicesGiven = (world: World): Fields[] =>
  rawItems(world, 'CriticalServices').filter((one) => text(one, 'State') === 'inUse');

const own = { Mtd: 'OwnMtd', Rto: 'OwnRto', Rpo: 'OwnRpo' } as const;
/** The smallest figure, hours, of an asset and its dependants; undefined if none. */
export function smallest(world: World, figure: keyof typeof own): (assetKey: string) => number | undefined {
  const from = reached(world);
  const found = new Map<string, number>();
  const say = (needs: readonly string[], hours: number) => {
    for (const key of from(needs)) found.set(key, Math.min(hours, found.get(key) ?? hours));
  };
  for (const one of servicesGiven(world))
    for (const hours of number(one, figure)) say(jsonIn(one, 'Needs', keys), hours);
  for (const one of rawItems(world, 'AssetRecovery'))
    for (const hours of number(one, own[figure])) say([text(one, 'Key')], hours);
  return (assetKey) => found.get(assetKey);
}

/**
 * Vital assets by key with the day since when: by a person's decision, by the shortest downtime, else by the register.
 */
export function vitalSince(world: World): Map<string, string> {
  const recoveries = new Map(rawItems(world, 'AssetRecovery').map((one) => [text(one, 'Key'), one]));
  const [set] = rawItems(world, 'ContinuitySettings').filter((one) => text(one, 'Key') === 'current');
  const limit = set ? jsonIn(set, 'Settings', settings).vitalWithin : vitalWithin;
  const from = reached(world);
  const sources = [
    ...servicesGiven(world).flatMap((one) =>
      number(one, 'Mtd').map((hours): Source => sourceOf(one, hours, jsonIn(one, 'Needs', keys))),
    ),
    ...[...recoveries.values()].flatMap((one) =>
      number(one, 'OwnMtd').map((hours): Source => sourceOf(one, hours, [text(one, 'Key')])),
    ),
  ].toSorted((one, other) => one.hours - other.hours || one.key.localeCompare(other.key));
  const deciding = new Map<string, Source>();
  for (const source of sources) for (const key of from(source.needs)) if (!deciding.has(key)) deciding.set(key, source);
  return new Map(
    rawItems(world, 'Assets').flatMap((asset): [string, string][] => {
      const key = text(asset, 'Key');
      if (text(asset, 'State') === 'retired') return [];
      const recovery = recoveries.get(key);
      if (recovery && text(recovery, 'Vital') !== '') {
        const { is, at, from: isSince = at } = jsonIn(recovery, 'Vital', said);
        return is ? [[key, dayOf(isSince)]] : [];
      }
      const source = deciding.get(key);
      if (source && source.hours <= limit) return [[key, source.changedOn]];
      return text(asset, 'Criticality') === 'vital' ? [[key, countsFrom(asset)]] : [];
    }),
  );
}
const sourceOf = (one: Fields, hours: number, needs: readonly string[]): Source => ({
  ...{ key: text(one, 'Key'), hours, needs, changedOn: countsFrom(one) },
});

const carried = z.looseObject({ scoredOn: z.string().optional() });

/** Reassessed at the review or after a reported event; the first time within 30 days where it matters. */
export function assessmentsOwed(world: World): (Work & { key: string })[] {
  const vital = vitalSince(world);
  const finished = Map.groupBy(
    rawItems(world, 'Assessments').filter((one) => !['draft', 'discarded'].includes(text(one, 'State'))),
    (one) => text(one, 'AssetKey'),
  );
  const triggers = Map.groupBy(
    rawItems(world, 'AssessmentTriggers').filter((one) => text(one, 'TakenBackAt') === ''),
    (one) => text(one, 'AssetKey'),
  );
  return rawItems(world, 'Assets').flatMap((asset) => {
    const key = text(asset, 'Key');
    if (text(asset, 'State') === 'retired' || text(asset, 'NotNeeded') !== '') return [];
    const held = (finished.get(key) ?? []).toSorted((one, other) => Number(other['Number']) - Number(one['Number']));
    const raised = (triggers.get(key) ?? [])
      .filter((one) => !held.some((assessment) => text(assessment, 'FinishedAt') > text(one, 'RaisedAt')))
      .map((one) => dayIn(one, 'Due'));
    const terms = held[0] ? [reviewOf(held[0]), ...raised] : [...firstOf(asset, vital.get(key)), ...raised];
    const [due] = terms.toSorted();
    return due === undefined ? [] : [{ ...owed(asset, asset, due), key }];
  });
}
const reviewOf = (assessment: Fields): string =>
  addMonths(dayIn(assessment, 'HeldOn') || momentIn(assessment, 'FinishedAt'), Number(assessment['ReviewMonths']));
function firstOf(asset: Fields, since: string | undefined): string[] {
  const isImportant = ['high', 'vital'].includes(text(asset, 'Criticality')) || since !== undefined;
  if (text(asset, 'State') !== 'inUse' || !isImportant) return [];
  const soon = addDays(latest(countsFrom(asset), since ?? ''), 30);
  const scored = text(asset, 'Carried') === '' ? undefined : jsonIn(asset, 'Carried', carried).scoredOn;
  return [scored === undefined ? soon : latest(soon, addMonths(scored, 12))];
}
