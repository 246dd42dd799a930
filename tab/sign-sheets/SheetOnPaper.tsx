import type { SheetView } from '../../api/sign-sheets/contract.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import styles from './SignSheets.module.css';

/** The printout: one sheet with a line for each, or a letter to each with the text and a line. */
export const SheetOnPaper = ({ sheet }: { sheet: SheetView }) =>
  sheet.way === 'meeting' ? <MeetingSheet sheet={sheet} /> : <Letters sheet={sheet} />;

/** Those already done need no line. */
const waiting = ({ people }: SheetView) => people.filter(({ state }) => state === 'open').map(({ person }) => person);

function MeetingSheet({ sheet }: { sheet: SheetView }) {
  const columns = ['name', 'jobTitle', 'signature', 'date'] as const;
  return (
    <article className={styles.paper} data-part="paper">
      <p>{t('signSheets.paper.organisation', { organisation: sheet.organisation, title: sheet.title })}</p>
      <h3>{t('signSheets.paper.heading')}</h3>
      <p>
        {t('signSheets.paper.meeting', { day: asDate(sheet.heldOn) })} {sheet.place}
      </p>
      <p>
        <strong>{t(`signSheets.paper.statement.${sheet.kind}`)}</strong>
      </p>
      <table className={styles.paperLines}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`signSheets.paper.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waiting(sheet).map((person) => (
            <tr key={person.id}>
              <td>{person.name}</td>
              <td>{person.jobTitle ?? ''}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <QrCode sheet={sheet} />
    </article>
  );
}

function Letters({ sheet }: { sheet: SheetView }) {
  const sender = sheet.madeBy.name;
  return (
    <>
      {waiting(sheet).map((person) => (
        <article className={`${styles.paper} ${styles.letter}`} data-part="paper" key={person.id}>
          <p>{t('signSheets.paper.organisation', { organisation: sheet.organisation, title: sheet.title })}</p>
          <p>{t('signSheets.paper.letterDay', { day: asDate(sheet.heldOn) })}</p>
          <h3>{t('signSheets.paper.dear', { name: person.name })}</h3>
          <p>{t(`signSheets.paper.letter.${sheet.kind}`, { sender })}</p>
          <div>
            <WrittenText text={sheet.text} />
          </div>
          {sheet.fileName !== undefined && <p>{t('signSheets.paper.file', { name: sheet.fileName })}</p>}
          <p>
            <strong>{t(`signSheets.paper.statement.${sheet.kind}`)}</strong>
          </p>
          <p className={styles.letterLine}>{t('signSheets.paper.signHere')}</p>
          <p>{t('signSheets.paper.returnTo', { sender })}</p>
        </article>
      ))}
    </>
  );
}

function QrCode({ sheet: { qr, link } }: { sheet: SheetView }) {
  return (
    <div className={styles.paperQr}>
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t('signSheets.paper.qrLabel')}
        shapeRendering="crispEdges"
      >
        <rect width={qr.size} height={qr.size} className={styles.paperQrBack} />
        <path d={qr.path} className={styles.paperQrSquares} />
      </svg>
      <p>
        {t('signSheets.paper.qr')} <a href={link}>{t('signSheets.paper.qrLabel')}</a>
      </p>
    </div>
  );
}
