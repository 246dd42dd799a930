/** The part of a service worker's globals in use here; the DOM types lack it. */
export interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
export interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
export interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}

declare const __KEPT_FILES__: {
  version: string;
  base: string;
  /** Below the base, without a leading slash. */
  files: readonly string[];
};
/** Written by the build (tab/build/service-worker.ts). */
export const keptFiles = __KEPT_FILES__;
