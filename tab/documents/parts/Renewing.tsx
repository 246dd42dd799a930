import type { VersionFacts } from '../../../api/documents/contract.ts';
import { ApprovalWay } from '../../shared/ui/ApprovalWay.tsx';

/** Who decides whether the version in force still holds, while they do. */
export function Renewing(props: { current: VersionFacts | undefined; title: string; className?: string | undefined }) {
  const { current, title, className = '' } = props;
  const approval = current?.approval;
  if (approval?.purpose !== 'renewal' || approval.state !== 'open') return null;
  return (
    <section className={`card ${className}`} aria-labelledby="renewing">
      <h2 className="card-title" id="renewing">
        {title}
      </h2>
      <ApprovalWay way={approval} />
    </section>
  );
}
