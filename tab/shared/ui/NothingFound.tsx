import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { Blank } from './Failed.tsx';

/** Nothing of a list fits what it is narrowed to, with the way back to all of it. */
export const NothingFound = (props: { title: string; onClear: () => void; children?: ReactNode }) => (
  <Blank title={props.title} actions={<Button onClick={props.onClear}>{t('common.table.clear')}</Button>}>
    {props.children}
  </Blank>
);
