/// <reference types="vite/client" />

declare module 'hyphen/da' {
  const hyphen: { hyphenateSync(text: string): string };
  export = hyphen;
}
