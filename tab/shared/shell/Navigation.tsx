import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { Fragment, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { MeView } from '../../../api/organisation/contract.ts';
import { t } from '../texts/texts.ts';
import { useBackCloses } from '../ui/open-dialogs.ts';
import { navigationGroups, type NavigationEntry } from '../navigation/rail.ts';
import styles from './Shell.module.css';

const under = (path: string, entry: string) => (entry === '/' ? path === '/' : `${path}/`.startsWith(`${entry}/`));
const holds = ({ path: own, also = [] }: NavigationEntry, path: string) =>
  [own, ...also].some((entry) => under(path, entry));

/** The rail; on a narrow screen a bar with a menu. */
export function Navigation({ entries, me }: { entries: readonly NavigationEntry[]; me: MeView | undefined }) {
  const [path, go] = useLocation();
  useSearchKey(go);
  const [openAt, setOpenAt] = useState<string>();
  // The menu belongs to the page it was opened on: navigation closes it.
  const open = openAt === path;
  const close = () => setOpenAt(undefined);
  const toggle = () => setOpenAt(open ? undefined : path);
  useBackCloses(open, close);
  const here = entries.find((entry) => holds(entry, path));
  const seen = entries.filter((entry) => entry.sees === undefined || (me !== undefined && entry.sees(me)));
  const groups = navigationGroups
    .map((group) => ({ group, rows: seen.filter((entry) => entry.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <header
      className={styles.rail}
      data-reader={me ? 'known' : 'asked'}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.railTop}>
        <Mark />
        <p className={styles.railName}>
          <span className={styles.railOrganisation}>{me?.organisation ?? '\u00a0'}</span>
          <span className={styles.railApp}>{t('common.app')}</span>
        </p>
        <Link href="/find" className={styles.railSearch} aria-keyshortcuts="Control+K" onClick={close}>
          <SearchRegular className={styles.railIcon ?? ''} aria-hidden />
          <span>{t('common.search')}</span>
          <kbd aria-hidden>Ctrl+K</kbd>
        </Link>
        <Button
          className={styles.railMenu}
          appearance="subtle"
          icon={open ? <DismissRegular /> : <NavigationRegular />}
          aria-expanded={open}
          aria-controls="rail-entries"
          aria-label={open ? t('common.closeMenu') : t('common.menu')}
          onClick={toggle}
        />
      </div>
      <nav
        id="rail-entries"
        className={open ? `${styles.railEntries} ${styles.open}` : styles.railEntries}
        aria-label={t('common.navigation')}
      >
        {groups.map(({ group, rows }) => {
          const heading = groups.length > 1 && rows.length > 1 ? `rail-${group}` : undefined;
          return (
            <Fragment key={group}>
              {heading && (
                <p id={heading} className={styles.railGroup}>
                  {t(`common.navGroup.${group}`)}
                </p>
              )}
              <ul {...(heading ? { 'aria-labelledby': heading } : {})}>
                {rows.map((entry) => (
                  <RailEntry key={entry.path} entry={entry} current={entry === here} onGo={close} />
                ))}
              </ul>
            </Fragment>
          );
        })}
      </nav>
    </header>
  );
}

/** Ctrl+K opens the search, except where it has another meaning (a link in a text). */
function useSearchKey(go: (path: string) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      go('/find');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [go]);
}

function RailEntry({ entry, current, onGo }: { entry: NavigationEntry; current: boolean; onGo: () => void }) {
  const Icon = current ? entry.iconHere : entry.icon;
  return (
    <li>
      <Link
        href={entry.path}
        className={current ? `${styles.railEntry} ${styles.current}` : styles.railEntry}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        onClick={onGo}
      >
        <Icon className={styles.railIcon ?? ''} aria-hidden />
        {t(entry.text)}
      </Link>
    </li>
  );
}

const pieces = 12;
const radius = 13.2;
const piece = (2 * Math.PI * radius) / pieces;

/** The app's logo, as its icon in Teams: the wheel of the year round a shield. */
const Mark = () => (
  <svg className={styles.railMark} viewBox="0 0 32 32" aria-hidden>
    <circle className={styles.markWheel} cx="16" cy="16" r={radius} strokeDasharray={`${piece - 1.6} 1.6`} />
    <path
      className={styles.markShield}
      d="M16 7.6c1.9 1.3 4 2 6.2 2.1v5.4c0 4.3-2.6 7.2-6.2 8.7-3.6-1.5-6.2-4.4-6.2-8.7V9.7C12 9.6 14.1 8.9 16 7.6z"
    />
    <path className={styles.markTick} d="M12.9 15.6l2.3 2.3 4-4.4" />
  </svg>
);
