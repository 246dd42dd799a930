import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';
import { useLayoutEffect, useReducer, useState, type RefObject } from 'react';

type Options = VirtualizerOptions<HTMLDivElement, HTMLElement>;
/** Lines rendered around the visible ones. */
const overscan = 4;

/** TanStack's virtualizer with its output as values instead of functions, so that its components may be memoised. */
export function useVirtualLines(settings: {
  scroller: RefObject<HTMLDivElement | null>;
  count: number;
  /** Height of a line in CSS pixels; estimated if measured. */
  height: number;
  /** Reserved for the sticky header, in CSS pixels. */
  top: number;
  /** A line that stays rendered at any scroll position. */
  keep: number | undefined;
}) {
  const { scroller, count, height, top, keep } = settings;
  const [, drawAnew] = useReducer((times: number) => times + 1, 0);
  const options: Options = {
    count,
    overscan,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: drawAnew,
    scrollPaddingStart: top,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    rangeExtractor: (range) => {
      const lines = defaultRangeExtractor(range);
      return keep === undefined || keep >= range.count || lines.includes(keep)
        ? lines
        : [...lines, keep].sort((one, other) => one - other);
    },
  };
  const [core] = useState(() => new Virtualizer(options));
  core.setOptions(options);
  useLayoutEffect(() => core._didMount(), [core]);
  useLayoutEffect(() => core._willUpdate());
  return {
    shown: core.getVirtualItems(),
    /** CSS pixels of all lines together. */
    whole: core.getTotalSize(),
    measure: core.measureElement,
    scrollTo: (line: number) => core.scrollToIndex(line),
  };
}
