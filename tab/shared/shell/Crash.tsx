import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { Blank } from '../ui/Failed.tsx';
import { reloadOnce } from './reload-once.ts';

/** Without a network a reload leaves an empty frame. */
const reload = () => navigator.onLine && location.reload();
/** A browser’s words for a file of the page that did not come. */
const isNotLoaded = (thrown: unknown): boolean => /import|preload/i.test(String(thrown));
/** A network that has just come back often answers a moment later. */
const reloadSoon = () => void setTimeout(reload, 1_000);

/**
 * Catches unhandled errors (also a page file missing after an update or without a network), so that the page is never
 * blank. Another page is shown as usual, and this one when the network is back.
 */
export class Crash extends Component<{ at: string; children: ReactNode }> {
  override state = { at: this.props.at, crashed: false, offline: false };

  static getDerivedStateFromError() {
    return { crashed: true, offline: !navigator.onLine };
  }

  static getDerivedStateFromProps({ at }: { at: string }, state: { at: string }) {
    return at === state.at ? null : { at, crashed: false };
  }

  override componentDidCatch(thrown: unknown) {
    if (isNotLoaded(thrown)) reloadOnce().catch(() => undefined);
  }

  override componentDidUpdate() {
    const { crashed, offline } = this.state;
    if (crashed && offline) addEventListener('online', reloadSoon);
    else removeEventListener('online', reloadSoon);
  }

  override render() {
    const { crashed, offline } = this.state;
    if (!crashed) return this.props.children;
    return (
      <div role="alert">
        <Blank
          title={t(offline ? 'common.failed.title' : 'common.crashed.title')}
          text={t(offline ? 'common.failed.offline' : 'common.crashed.text')}
          actions={
            <Button appearance="primary" onClick={reload}>
              {t(offline ? 'common.retry' : 'common.crashed.reload')}
            </Button>
          }
        />
      </div>
    );
  }
}
