import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { MeView } from '../../../api/organisation/contract.ts';
import { t } from '../texts/texts.ts';
import type { NavigationEntry } from '../../features.ts';
import { Mark } from './Mark.tsx';

const under = (path: string, entry: string) => (entry === '/' ? path === '/' : `${path}/`.startsWith(`${entry}/`));
const holds = ({ path: own, also = [] }: NavigationEntry, path: string) =>
  [own, ...also].some((entry) => under(path, entry));

/** The rail; on a narrow screen a bar with a menu that opens below it. */
export function Navigation({ entries, me }: { entries: readonly NavigationEntry[]; me: MeView | undefined }) {
  const [path] = useLocation();
  const [openAt, setOpenAt] = useState<string>();
  // The menu belongs to the page it was opened on: going somewhere closes it.
  const open = openAt === path;
  const toggle = () => setOpenAt(open ? undefined : path);
  const here = entries.find((entry) => holds(entry, path));
  return (
    <header className="rail" onKeyDown={(event) => event.key === 'Escape' && setOpenAt(undefined)}>
      <div className="rail-top">
        <Mark />
        <p className="rail-name">
          <span className="rail-organisation">{me?.organisation ?? '\u00a0'}</span>
          <span className="rail-app">{t('common.app')}</span>
        </p>
        <Button
          className="rail-menu"
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
        className={open ? 'rail-entries open' : 'rail-entries'}
        aria-label={t('common.navigation')}
      >
        <ul>
          {entries
            .filter((entry) => entry.sees === undefined || (me !== undefined && entry.sees(me)))
            .map((entry) => {
              const current = entry === here;
              const Icon = current ? entry.iconHere : entry.icon;
              return (
                <li key={entry.path}>
                  <Link
                    href={entry.path}
                    className={current ? 'rail-entry current' : 'rail-entry'}
                    {...(current ? { 'aria-current': 'page' as const } : {})}
                    onClick={() => setOpenAt(undefined)}
                  >
                    <Icon className="rail-icon" aria-hidden />
                    {t(entry.text)}
                  </Link>
                </li>
              );
            })}
        </ul>
      </nav>
    </header>
  );
}
