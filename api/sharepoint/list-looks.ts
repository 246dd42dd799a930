import { AppError, asAppError, nowOf, unavailable } from '../kernel/index.ts';
import { failedAs } from './graph-failure.ts';
import type { Held } from './held.ts';
import { lateTimer, withTurns } from './late.ts';
import type { ListHandle } from './list-handle.ts';
import type { Counted } from './list-losses.ts';
import type { ListsSettings, LookResult } from './lists-types.ts';
import { followDelta, loadAsFarAs } from './mirror-sync.ts';
import type { Mirror } from './mirror.ts';
import type { SiteWatch } from './site-watch.ts';

/** A list of the site as it is in memory. */
export interface ListInMemory extends Counted {
  handle: ListHandle<{ key: string }>;
  mirror: Mirror<{ key: string }>;
  select: string;
  listId?: string;
  deltaLink?: string;
  asOf?: string;
  problem?: string;
  looking?: Promise<LookResult>;
  lookAgain?: Promise<LookResult>;
  /** Held after the latest look at the site, until it is reloaded. */
  held?: Held;
}

interface Looked {
  settings: Pick<ListsSettings, 'graph' | 'siteId' | 'clock' | 'log'>;
  known: ReadonlyMap<string, ListInMemory>;
  site: SiteWatch;
  emptied(list: ListInMemory): Held | undefined;
}

/** Reads lists into memory: whole at first and after a hold, then by delta. */
export function listLooks({ settings, known, site, emptied }: Looked) {
  const { graph, siteId, clock, log } = settings;
  /** Error code while Microsoft 365 is unreachable: no list then counts as fresh. */
  let away: string | undefined;

  const loadOne = async (name: string, list: ListInMemory): Promise<void> => {
    const held = site.held(name);
    if (held) return void (list.held = held);
    const began = performance.now();
    const listId = site.idOf(name);
    if (listId === undefined) throw new AppError('unexpected', 'sharepoint.listMissing', { list: name });
    const asOf = nowOf(clock);
    const address = `/sites/${siteId}/lists/${listId}`;
    const { source, deltaLink, missing } = await loadAsFarAs(graph, address, list.select, list.mirror);
    if (missing.length > 0)
      log.warn({ list: name, code: 'sharepoint.columnsMissing', columns: missing }, 'columns are not provisioned yet');
    list.deltaLink = deltaLink;
    Object.assign(list, { listId, source, asOf, most: list.mirror.count });
    delete list.held;
    delete list.problem;
    const milliseconds = Math.round(performance.now() - began);
    log.info({ list: name, items: list.mirror.size, milliseconds }, 'list loaded');
  };

  const lookAt = async (name: string, list: ListInMemory): Promise<LookResult> => {
    const isHeld = (site.held(name) ?? list.held) !== undefined;
    const { source, mirror, deltaLink: from } = list;
    if (!source || from === undefined || isHeld) return { news: 0, entries: 0 };
    const asOf = nowOf(clock);
    // Retries take minutes while Graph is away; readers are informed earlier.
    const late = lateTimer(() => {
      list.problem ??= 'sharepoint.late';
      away ??= 'sharepoint.late';
    });
    try {
      const { deltaLink, ...found } = await followDelta(withTurns(graph, late), source, mirror, from);
      Object.assign(list, { deltaLink, asOf });
      away = undefined;
      if (!emptied(list)) list.most = list.mirror.count;
      if (list.problem !== undefined) log.info({ list: name }, 'list is fresh again');
      delete list.problem;
      return found;
    } catch (failure) {
      if (failedAs(failure, 'itemGone', 'refused')) {
        site.suspect(name);
        await lookAround();
      }
      const { kind, code, details } = site.isGone() ? unavailable('sharepoint.siteGone') : asAppError(failure);
      const isAway = kind === 'unavailable';
      away = isAway ? code : undefined;
      if (list.problem === undefined || list.problem === 'sharepoint.late')
        log.warn({ list: name, code, ...details }, 'list cannot be refreshed');
      list.problem = code;
      return { problem: code, isAway };
    } finally {
      late.end();
    }
  };

  const look = (name: string, list: ListInMemory): Promise<LookResult> => {
    if (!list.looking) {
      list.looking = lookAt(name, list).finally(() => {
        delete list.looking;
      });
      return list.looking;
    }
    list.lookAgain ??= list.looking.then(() => {
      delete list.lookAgain;
      return look(name, list);
    });
    return list.lookAgain;
  };

  const lookAround = async (): Promise<void> => {
    try {
      if (site.isDue()) await site.look();
      for (const [name, list] of known) {
        const held = site.held(name);
        if (held) list.held = held;
        else if (list.held || (list.source && site.isBack(name, list.source.select !== list.select)))
          await loadOne(name, list);
      }
    } catch (failure) {
      log.warn({ code: asAppError(failure).code }, 'site not looked at');
    }
  };

  return { away: () => away, loadOne, look, lookAround };
}
