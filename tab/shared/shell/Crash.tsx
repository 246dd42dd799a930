import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { Blank } from '../ui/Failed.tsx';

/** Catches unhandled errors (also a page file missing after an update), so that the page is never blank. */
export class Crash extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div role="alert">
        <Blank
          title={t('common.crashed.title')}
          text={t('common.crashed.text')}
          actions={
            <Button appearance="primary" onClick={() => location.reload()}>
              {t('common.crashed.reload')}
            </Button>
          }
        />
      </div>
    );
  }
}
