import './Bar.css';

const share = (percent: number) => Math.min(100, Math.max(0, percent));

/** A share as a bar, the one before as a thin line across it. Decoration beside the number in words, so hidden from screen readers. */
export function Bar({ percent, previous }: { percent: number; previous?: number | undefined }) {
  return (
    <svg className="bar" aria-hidden viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect className="bar-whole" x="0" y="0" width="100" height="10" rx="0" />
      <rect className="bar-share" x="0" y="0" width={share(percent)} height="10" rx="0" />
      {previous !== undefined && (
        <line
          className="bar-previous"
          x1={share(previous)}
          x2={share(previous)}
          y1="-1"
          y2="11"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
