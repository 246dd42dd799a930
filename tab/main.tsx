import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { pages } from './pages/index.ts';
import { callInLanguage } from './shared/api/client.ts';
import { createQueries, viewOptions } from './shared/api/queries.ts';
import { chooseLanguage, languageOfLocale, loadTexts, t } from './shared/texts/texts.ts';
import { followBackButton, followSleep, joinHost, tellFailed } from './shared/teams/host.ts';
import { loadTheme, systemTheme } from './shared/teams/theme.ts';
import { isReloaded, reloadOnce } from './shared/shell/reload-once.ts';
import { failureText } from './shared/ui/Failed.tsx';
import { notify } from './shared/ui/notify.ts';
import { openDialogs } from './shared/ui/open-dialogs.ts';
import { whenIdle } from './shared/when-idle.ts';
import './shared/base.css';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const here = () => location.pathname.slice(base.length) || '/';
const goTo = (path: string) => history.pushState(null, '', base + path);

/** Headings on a narrow page; failure to load is harmless. */
function followNarrowness(): void {
  const narrow = matchMedia('(max-width: 640px)');
  const look = () => {
    if (!narrow.matches) return;
    void import('./shared/ui/long-words.ts').then((file) => file.breakLongWords(document.body)).catch(() => undefined);
  };
  narrow.addEventListener('change', look);
  look();
}

/** The newest that the tab calls: without it no request is sent. */
const lacksTheNewest = () => !('any' in AbortSignal && 'groupBy' in Map);

async function start(container: HTMLElement): Promise<void> {
  const host = await joinHost();
  const language = languageOfLocale(host?.locale ?? navigator.language);
  chooseLanguage(language);
  callInLanguage(language);
  if (!host) {
    const [{ OutsideTeams }] = await Promise.all([
      import('./shared/shell/OutsideTeams.tsx'),
      loadTexts('outside'),
      loadTheme(systemTheme()).catch(() => undefined),
    ]);
    createRoot(container).render(<OutsideTeams />);
    return;
  }
  if (host.frame === 'settings' || here() === '/configure') {
    const [{ ConfigurePage }] = await Promise.all([
      import('./shared/shell/ConfigurePage.tsx'),
      loadTexts('common', 'outside'),
    ]);
    createRoot(container).render(<ConfigurePage address={location.origin + base} />);
    return;
  }
  if (lacksTheNewest()) {
    const [{ TooOld }] = await Promise.all([import('./shared/shell/TooOld.tsx'), loadTexts('outside'), host.themed]);
    createRoot(container).render(<TooOld />);
    return;
  }
  // A card's page is opened on top of the overview, so that "back" works.
  // A reloaded page stays where its reader was.
  if (host.deepLink && host.deepLink !== here() && !(isReloaded() && here() !== '/')) goTo(host.deepLink);
  const queries = createQueries((error) => notify(`${t('common.failed.act')}: ${failureText(error)}`, 'error'));
  void queries.prefetchQuery(viewOptions('GET /api/me', {}));
  pages.preload(here());
  await Promise.all([loadTexts('common'), host.themed]);
  // Before the router's own.
  addEventListener('popstate', (event) => openDialogs.at(-1)?.(event));
  createRoot(container).render(<App queries={queries} base={base} />);
  whenIdle(() => {
    // Dialogs, with the Fluent parts shared by nearly every later page.
    void import('./shared/forms/FormDialog.tsx').catch(() => undefined);
    const pocket = () => queries.fetchQuery(viewOptions('GET /api/contingency/pocket', {}));
    void import('./offline/offline.ts').then((file) => file.startOffline(pocket)).catch(() => undefined);
  });
  followNarrowness();
  followSleep((path) => {
    if (path && path !== here()) goTo(path);
    void queries.invalidateQueries();
  });
  followBackButton(() => {
    const inside = here() !== '/';
    if (inside) history.back();
    return inside;
  });
}

const container = document.getElementById('root');
if (container)
  start(container)
    .catch(reloadOnce)
    .catch(() => tellFailed('start'));
