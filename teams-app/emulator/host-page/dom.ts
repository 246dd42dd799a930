type Child = Node | string | undefined | false;
type Handlers = { [Name in keyof HTMLElementEventMap as `on${Name}`]?: (event: HTMLElementEventMap[Name]) => void };
type Attributes = Record<string, string | number | boolean | undefined>;

/** Creates an element: attributes (`false` and `undefined` omit one), handlers such as `onclick`, and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  children: readonly Child[] = [],
  handlers: Handlers = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, handler] of Object.entries(handlers)) {
    element.addEventListener(name.slice(2), handler as (event: Event) => void);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

const shapes = {
  search: 'M9 3a6 6 0 1 0 3.7 10.7l3.8 3.8 1-1-3.8-3.8A6 6 0 0 0 9 3Zm0 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Z',
  sun: 'M10 6a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM9.3 1.5h1.4v2.7H9.3zM9.3 15.8h1.4v2.7H9.3zM1.5 9.3h2.7v1.4H1.5zM15.8 9.3h2.7v1.4h-2.7zM4.5 3.5l2 2-1 1-2-2zM14.5 13.5l2 2-1 1-2-2zM15.5 3.5l1 1-2 2-1-1zM5.5 13.5l1 1-2 2-1-1z',
  moon: 'M8 2.5a7.5 7.5 0 1 0 9.5 9.6A6.2 6.2 0 0 1 8 2.5Z',
  contrast: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 1.6v12.8a6.4 6.4 0 0 1 0-12.8Z',
  desktop:
    'M3 3.5h14c.6 0 1 .4 1 1v9c0 .6-.4 1-1 1h-5V16h2v1.5H6V16h2v-1.5H3a1 1 0 0 1-1-1v-9c0-.6.4-1 1-1ZM3.5 5v8h13V5h-13Z',
  phone:
    'M6.5 2h7c.8 0 1.5.7 1.5 1.5v13c0 .8-.7 1.5-1.5 1.5h-7c-.8 0-1.5-.7-1.5-1.5v-13C5 2.700 5.700 2 6.500 2Zm0 1.500v13h7v-13h-7ZM9 14.500h2v1H9z',
  clock:
    'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM9.300 6h1.400v3.800l2.600 2.600-1 1-3-3.100V6Z',
  play: 'M6 4.200c0-.8.900-1.300 1.600-.8l8 5.800c.6.400.6 1.300 0 1.700l-8 5.700c-.7.500-1.600 0-1.600-.8V4.200Z',
  reload:
    'M10 3.500a6.500 6.500 0 0 1 5 2.300V3.500h1.500V8.500h-5V7H14a5 5 0 1 0 .9 4h1.500A6.500 6.500 0 1 1 10 3.500Z',
  send: 'M2.700 2.700c-.3-.7.4-1.400 1.100-1L18 9c.8.400.8 1.500 0 1.900L3.800 18.300c-.7.400-1.400-.3-1.100-1L5 11l7-1-7-1-2.300-6.300Z',
  more: 'M4.500 8.600a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800Zm5.500 0a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800Zm5.500 0a1.400 1.400 0 1 1 0 2.800 1.400 1.400 0 0 1 0-2.800Z',
  wheel:
    'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 2.500a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11Zm0 3a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5Z',
  people:
    'M7 3a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7Zm6.500 1.500a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600ZM1.500 15c0-2 2.400-3.500 5.500-3.500s5.500 1.500 5.500 3.500v1.500h-11V15Zm12.500 1.500V15c0-1-.4-1.900-1-2.700 3 0 5.500 1.200 5.500 3v1.200H14Z',
  chat: 'M10 2.500c4.400 0 8 3 8 6.900 0 3.800-3.600 6.900-8 6.900-.9 0-1.800-.1-2.600-.4L3 17.500l.9-3.600A6.500 6.500 0 0 1 2 9.400c0-3.900 3.600-6.900 8-6.900Z',
} as const;
export type IconName = keyof typeof shapes;

/** A decorative icon in the text colour. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of [
    ['viewBox', '0 0 20 20'],
    ['class', 'icon'],
    ['aria-hidden', 'true'],
  ] as const) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}

/** Colour of an avatar, stable per person: one of eight CSS classes. */
export const hueOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 8, 7);

export const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
};

export const avatar = (name: string, className = 'avatar'): HTMLElement =>
  h('span', { class: `${className} hue-${hueOf(name)}`, 'aria-hidden': 'true' }, [initialsOf(name)]);
