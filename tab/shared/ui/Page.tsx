import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { t } from '../texts/texts.ts';
import styles from './Page.module.css';

/** The last path whose heading was focused; the first page leaves the focus where Teams put it. */
let announced: string | undefined;

/**
 * A page: its heading, which answers the reader's question, actions, and content. On navigation the heading is focused,
 * so that keyboard and screen reader start at the top.
 */
export function Page(props: {
  title: string;
  /** Above the heading: current area, or owner. */
  above?: ReactNode;
  lead?: ReactNode;
  back?: { to: string; page: string };
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  useEffect(() => {
    if (announced !== undefined && announced !== path) {
      heading.current?.focus();
      scrollTo(0, 0);
    }
    announced = path;
  }, [path]);
  useEffect(() => {
    document.title = `${props.title} · ${t('common.app')}`;
  }, [props.title]);
  return (
    <div className={styles.page} data-part="page">
      <header className={styles.pageHeader} data-part="page-header">
        <div className={styles.pageHeading}>
          {props.back && (
            <Link className={styles.pageBack} href={props.back.to}>
              <ArrowLeftRegular aria-hidden /> {t('common.back', { page: props.back.page })}
            </Link>
          )}
          {props.above && (
            <p className={styles.pageAbove} data-part="page-above">
              {props.above}
            </p>
          )}
          <h1 className={styles.pageTitle} data-part="page-title" ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.lead && (
            <div className={styles.pageLead} data-part="page-lead">
              {props.lead}
            </div>
          )}
        </div>
        {props.actions && (
          <div className={styles.pageActions} data-part="page-actions">
            {props.actions}
          </div>
        )}
      </header>
      {props.children}
    </div>
  );
}
