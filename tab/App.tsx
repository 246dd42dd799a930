import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { Router } from 'wouter';
import { Offline } from './offline/Offline.tsx';
import { navigation } from './shared/navigation/rail.ts';
import { pages } from './pages/index.ts';
import { Shell } from './shared/shell/Shell.tsx';
import { tellLoaded, themeStore } from './shared/teams/host.ts';
import { fluentTheme } from './shared/teams/theme.ts';

/** The tab inside Teams: theme, data, pages. */
export function App({ queries, base }: { queries: QueryClient; base: string }) {
  const theme = useSyncExternalStore(themeStore.subscribe, themeStore.current);
  // Before the effects of children, the first of which may report the page usable.
  useLayoutEffect(tellLoaded, []);
  return (
    <FluentProvider theme={fluentTheme(theme)} className={`app theme-${theme}`} data-theme={theme}>
      <QueryClientProvider client={queries}>
        <Router base={base}>
          <Shell entries={navigation}>
            <Offline>
              <pages.Pages />
            </Offline>
          </Shell>
        </Router>
      </QueryClientProvider>
    </FluentProvider>
  );
}
