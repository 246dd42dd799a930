import { useLocation } from 'wouter';
import { ownPageOf } from '../../own-pages.ts';
import { useMe } from '../me.ts';
import { loadTexts, t } from '../texts/texts.ts';
import { Blank } from './Blank.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { Skeleton } from './Skeleton.tsx';

/** The page with the texts it says. */
export async function loadElsewhere() {
  await loadTexts('elsewhere');
  return Elsewhere;
}

/** The form of something that the reader may see all the same lies below it. */
const form = '/edit';

/** Nothing here for the reader: why, and the way to what is the reader's own. */
function Elsewhere({ unseen, missing }: { unseen?: boolean; missing?: boolean }) {
  const [path] = useLocation();
  const me = useMe();
  if (me.isPending) return <Skeleton title />;
  const own = me.data && ownPageOf(path, me.data);
  const way = own && { to: own.to, go: t('elsewhere.go', { page: t(own.page) }) };
  if (missing) return <Nothing title={t('elsewhere.missing.title')} texts={[t('common.missing.text')]} way={way} />;
  const title = t('common.noAccess.title');
  const ask = t('elsewhere.ask');
  if (!unseen && path.endsWith(form)) {
    const read = { to: path.slice(0, -form.length), go: t('elsewhere.edit.go') };
    return <Nothing title={title} texts={[t('elsewhere.edit.text'), ask]} way={read} />;
  }
  return <Nothing title={title} texts={[t(`elsewhere.${own?.why ?? 'other'}`), ask]} way={way} />;
}

function Nothing(props: { title: string; texts: readonly string[]; way: { to: string; go: string } | undefined }) {
  const { title, texts, way } = props;
  const isHome = way === undefined || way.to === '/';
  return (
    <Blank
      title={title}
      actions={
        <>
          {!isHome && (
            <ButtonLink to={way.to} appearance="primary">
              {way.go}
            </ButtonLink>
          )}
          <ButtonLink to="/" {...(isHome ? { appearance: 'primary' } : {})}>
            {t('elsewhere.home')}
          </ButtonLink>
        </>
      }
    >
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Blank>
  );
}
